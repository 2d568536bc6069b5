import type { Command } from "commander";
import type { OfferedKind } from "../../../domain/sources/kind.ts";
import { createSource } from "../../../domain/sources/create-source.ts";
import { readGuide } from "../../../domain/sources/read-guide.ts";
import { listSources } from "../../../domain/sources/queries.ts";
import type { ListedSource } from "../../../domain/sources/source.ts";
import { addCommand, addGroup, does, type Cli } from "../command.ts";
import { baseUrl } from "../base-url.ts";
import { whole } from "../parse.ts";
import { fields, table, time } from "../table.ts";
import { addKindOptions, flagOf, readKindOptions, type GivenOptions } from "./source-options.ts";

export function sourceCommands(program: Command, cli: Cli): void {
  const group = addGroup(program, "source", "where SMS come in: carriers, gateways, scripts");
  const create = addGroup(
    group,
    "create",
    "make a source of a kind; prints the address it calls, and its secret",
  );
  for (const [name, kind] of cli.sourceKinds) createOf(create, cli, name, kind);
  list(group, cli);
  guide(group, cli);
}

function guide(group: Command, cli: Cli): void {
  const command = addCommand(
    group,
    "guide",
    "how to set up the other end of a source, such as a carrier's console",
    "source guide 3",
  ).argument("<id>", "the source, as `source list` numbers it", whole);
  does(cli, command, async ({ db, config, sealer }, _options: object, id: number) => {
    const { sourceKinds } = cli;
    const found = await readGuide(
      { db, sealer: await sealer(), sourceKinds },
      { id, baseUrl: await baseUrl({ config, db }) },
    );
    return {
      data: found,
      text: () =>
        fields([
          ["source", `${found.id} ${found.name} (${found.kind})`],
          ["url", found.url],
          ...found.steps.map((step, place): [string, string] => [`${place + 1}.`, step]),
        ]),
      note: "The end of the url is secret and was shown once; the dashboard can rotate it.",
    };
  });
}

function createOf(group: Command, cli: Cli, kindName: string, kind: OfferedKind): void {
  const required = kind.options.filter((option) => option.required);
  const extra =
    kindName === "generic"
      ? "--auth hmac --field-to msisdn --field-text body"
      : required.map((option) => `--${flagOf(option)} ${option.example ?? "secret.txt"}`).join(" ");
  const command = addCommand(
    group,
    kindName,
    kind.describe(),
    `source create ${kindName} --name "Carrier one" ${extra}`.trim(),
  ).requiredOption("--name <text>", "how lists call it");
  addKindOptions(command, kind.options);
  does(
    cli,
    command,
    async ({ db, clock, config, sealer, actor }, options: GivenOptions & { name: string }) => {
      const settings = kind.defaults(await readKindOptions(kind.options, options, cli.environment));
      const input = { kind: kindName, name: options.name, settings, actor };
      const { id, token } = await createSource({ db, clock, sealer: await sealer() }, input);
      const url =
        kind.addressOf?.(settings) ?? `${await baseUrl({ config, db })}/in/${kindName}/${id}/${token}`;
      const secret = kind.secretOf(settings);
      const guide = kind.guide(url, settings);
      return {
        data: { id, kind: kindName, name: options.name, url, secret, ...guide },
        text: () =>
          fields([
            ["source id", id],
            ["url", url],
            [
              "secret",
              secret ??
                (kind.isOpen(settings) ? "none: whoever knows the url may send" : "the carrier's own"),
            ],
            ...guide.steps.map((step, place): [string, string] => [
              place === 0 ? "at its other end" : "",
              step,
            ]),
            ...(guide.curl?.split("\n") ?? []).map((line, place): [string, string] => [
              place === 0 ? "to try it" : "",
              line,
            ]),
          ]),
        ...(!kind.addressOf && { note: shownOnce(config.PUBLIC_BASE_URL) }),
      };
    },
  );
}

/** Of a link that we hold: bound since when, or why not. */
function linkText({ link }: ListedSource): string {
  if (link === null) return "";
  if (link.boundSince !== null) return `bound since ${time(link.boundSince)}`;
  return `down${link.lastError === null ? "" : `: ${link.lastError}`}`;
}

const shownOnce = (publicBaseUrl: string): string =>
  `The url and the secret are shown this once.${
    publicBaseUrl === "" ? " Set PUBLIC_BASE_URL to the address that the source can reach." : ""
  }`;

function list(group: Command, cli: Cli): void {
  const command = addCommand(group, "list", "all sources, and when each was last heard of", "source list");
  does(cli, command, async ({ db }) => {
    const sources = await listSources(db);
    return {
      data: sources,
      text: () =>
        table(sources, [
          { title: "ID", of: (source) => source.id, align: "right" },
          { title: "KIND", of: (source) => source.kind },
          { title: "NAME", of: (source) => source.name },
          { title: "CREATED", of: (source) => time(source.createdAt) },
          { title: "LINK", of: linkText },
          { title: "LAST MESSAGE", of: (source) => time(source.lastMessageAt) },
          { title: "RETIRED", of: (source) => time(source.retiredAt) },
          {
            title: "LAST ERROR",
            of: ({ fault, faultAt }) => (fault === null ? "" : `${time(faultAt)} ${fault}`),
          },
        ]),
    };
  });
}
