import { expects } from "../../../http/parameters.ts";
import { Type } from "typebox";
import { sendTest } from "../../../domain/messages/send-test.ts";
import { listSourceFigures } from "../../../domain/sources/queries.ts";
import { retireSource, rotateSource } from "../../../domain/sources/change-source.ts";
import { createSource } from "../../../domain/sources/create-source.ts";
import { readGuide } from "../../../domain/sources/read-guide.ts";
import { sourceNotFound } from "../../../domain/sources/errors.ts";
import type { KindOption, OfferedKind, SourceOptions } from "../../../domain/sources/kind.ts";
import { invalid } from "../../../kit/errors.ts";
import { actorOf, operators } from "../access.ts";
import type { Routes } from "../../../http/routes.ts";
import { ok } from "../../../http/ok.ts";
import type { DashboardDeps } from "../dashboard.ts";
import { idParams as params, text } from "../schemas.ts";
import { showSource } from "./show.ts";
import {
  guide,
  newSource,
  renewedSource,
  retiredSource,
  sources,
  testReceipt,
} from "../answers/operator/sources.ts";
import { answer } from "../answers/shapes.ts";

const config = { who: operators };
/** The kind's own settings; the kind reports what is wrong with them. */
const settingsOfKind = Type.Unsafe<Record<string, unknown>>({ type: "object", ...expects("be an object") });
const secrets = Type.Array(text(1, 200), { minItems: 1, maxItems: 4, ...expects("be a list of secrets") });
const longestText = 5000;

/** The sources of incoming SMS. */
export function sourceRoutes(app: Routes, deps: DashboardDeps): void {
  const { sourceKinds } = deps;
  const addressOf = (kind: string, id: number, token: string): string =>
    `${deps.publicBaseUrl()}/in/${kind}/${id}/${token}`;

  app.get("/operator/sources", { config, schema: { response: answer(sources) } }, async () => {
    const midnight = new Date(deps.clock.now().toISOString().slice(0, 10));
    return ok({
      kinds: [...sourceKinds].map(([kind, { describe, options }]) => ({
        kind,
        about: describe(),
        options: options.map(showOption),
      })),
      sources: (await listSourceFigures(deps.db, midnight)).map(showSource),
    });
  });

  app.post(
    "/operator/sources",
    {
      config,
      schema: {
        body: Type.Object({ kind: text(1, 40), name: text(1, 64), settings: Type.Optional(settingsOfKind) }),
        response: answer(newSource),
      },
    },
    async (request) => {
      const { kind: name, name: title, settings: given = {} } = request.body;
      const kind = sourceKinds.get(name);
      if (!kind) throw invalid("kind", `kind must be one of ${[...sourceKinds.keys()].join(", ")}.`);
      const settings = kind.defaults(readOptions(given));
      const input = { kind: name, name: title, settings, actor: actorOf(request) };
      const { id, token } = await createSource(deps, input);
      const url = addressOf(name, id, token);
      return ok({ id, kind: name, name: title, ...toTell(kind, url, settings) });
    },
  );

  app.get(
    "/operator/sources/:id/guide",
    { config, schema: { params, response: answer(guide) } },
    async (request) => ok(await readGuide(deps, { id: request.params.id, baseUrl: deps.publicBaseUrl() })),
  );

  app.post(
    "/operator/sources/:id/rotate",
    {
      config,
      schema: {
        params,
        body: Type.Object({ secrets: Type.Optional(secrets) }),
        response: answer(renewedSource),
      },
    },
    async (request) => {
      const { id } = request.params;
      const require = (name: string): OfferedKind => {
        const kind = sourceKinds.get(name);
        if (!kind) throw sourceNotFound(id); // The sandbox: it receives nothing from outside.
        return kind;
      };
      const given = request.body.secrets;
      const change = (name: string, settings: unknown): object =>
        given
          ? require(name).defaults({ secrets: given, settings: { ...(settings as object) } })
          : require(name).renew(settings);
      const { kind, token, settings } = await rotateSource(deps, { id, change, actor: actorOf(request) });
      return ok({ id, ...toTell(require(kind), addressOf(kind, id, token), settings) });
    },
  );

  app.post(
    "/operator/sources/:id/retire",
    { config, schema: { params, response: answer(retiredSource) } },
    async (request) => {
      const { id } = request.params;
      const retiredAt = await retireSource(deps, { id, actor: actorOf(request) });
      return ok({ id, retired_at: retiredAt.toISOString() });
    },
  );

  app.post(
    "/operator/sources/:id/test",
    {
      config,
      schema: {
        params,
        body: Type.Object({ to: text(5, 32), text: text(1, longestText), from: Type.Optional(text(1, 40)) }),
        response: answer(testReceipt),
      },
    },
    async (request) => {
      const { to: number, text: content, from: sender = "ZapOTP" } = request.body;
      const input = { sourceId: request.params.id, number, sender, text: content, actor: actorOf(request) };
      return ok({ receipt: await sendTest(deps, input) });
    },
  );
}

function toTell(kind: OfferedKind, ownUrl: string, settings: unknown) {
  const url = kind.addressOf?.(settings) ?? ownUrl;
  return { url, secret: kind.secretOf(settings), ...kind.guide(url, settings) };
}

const showOption = ({
  choices,
  default: usual,
  required,
  seldom,
  example: _example,
  ...option
}: KindOption) => ({
  ...option,
  choices: [...(choices ?? [])],
  default: usual ?? null,
  required: required ?? false,
  seldom: seldom ?? false,
});

/** In a form, `auth` and `secrets` are among the other settings; a kind expects them separately. */
function readOptions({ auth, secrets: given, ...settings }: Record<string, unknown>): SourceOptions {
  const own = typeof auth === "object" && auth !== null ? { ...settings, auth } : settings;
  const list = Array.isArray(given) ? given.map(String) : undefined;
  return { settings: own, secrets: list, ...(typeof auth === "string" ? { auth } : {}) };
}
