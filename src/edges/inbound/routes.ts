import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { reportLink } from "../../domain/lines/change-line.ts";
import type { SourceLookUps } from "../../domain/sources/look-ups.ts";
import type { Nonces } from "../../domain/sources/nonces.ts";
import type { SourceByToken } from "../../domain/sources/source.ts";
import { Refusal } from "../../kit/errors.ts";
import type { Logger } from "../../kit/log.ts";
import { sha256 } from "../../kit/secrets.ts";
import { createOpener } from "./open-sources.ts";
import { useRawBodies } from "./raw-body.ts";
import type { InboundRequest, OpenSource, Parsed } from "./source-kind.ts";
import { takeIn, type TakeInDeps } from "./take-in.ts";
import { unpack } from "./unpack.ts";

export interface InboundDeps extends TakeInDeps {
  sources: SourceLookUps;
  nonces: Nonces;
  log: Logger;
  publicBaseUrl: () => string;
}

interface Address {
  Params: { kind: string; id: string; token: string };
}

/**
 * Where sources deliver messages: `/in/KIND/ID/TOKEN`. A call is authenticated by its bytes, then parsed, and
 * answered with success only once every message in it is committed; sources repeat failed calls, and repeats change
 * nothing. Neither logs nor errors contain the token.
 */
export function inboundRoutes(app: FastifyInstance, deps: InboundDeps): void {
  const open = createOpener(deps.sealer, deps.nonces);
  void app.register(
    async (inbound) => {
      useRawBodies(inbound);
      inbound.setNotFoundHandler(() => {
        throw noSource(); // The server's default answer would quote the path, and with it the token.
      });
      inbound.route<Address>({
        method: ["GET", "POST"],
        url: "/:kind/:id/:token",
        exposeHeadRoute: false, // A HEAD must change nothing.
        schema: { hide: true },
        handler: async (request, reply) => {
          const row = await findRow(deps, request.params);
          const source = row && open(row);
          if (!source) throw noSource();
          return serve(deps, { id: row.id, kind: row.kind, source }, request, reply);
        },
      });
    },
    { prefix: "/in" },
  );
}

const unproven =
  "A call could not be verified: the secret, the signature, the time or the signed address was wrong.";

/** The same answer for a wrong kind, id and token, so that it does not reveal which is right. */
const noSource = (): Refusal => new Refusal("not_found", "There is no source at this address.");

async function findRow({ sources }: InboundDeps, address: Address["Params"]): Promise<SourceByToken | null> {
  const row = await sources.findSource(sha256(address.token));
  return row && row.kind === address.kind && String(row.id) === address.id ? row : null;
}

/**
 * The good messages of a batch are stored even if one is bad, and the answer is still 400. Sources repeat the whole
 * batch or nothing: repeating does not affect what is stored, sources that never repeat only lose what nobody could
 * read, and a success would hide that the mapping is wrong.
 */
async function serve(
  deps: InboundDeps,
  { id, kind, source }: Pick<SourceByToken, "id" | "kind"> & { source: OpenSource },
  received: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const asSent = toRequest(deps, received);
  const request = unpack(asSent);
  const note = { sourceId: id, kind, requestId: received.id };
  if (source.mayCall && !source.mayCall(asSent.caller)) {
    deps.log.warn(
      { ...note, caller: asSent.caller },
      "a call was refused: the source may not call from there",
    );
    throw mayNotCall(asSent.caller);
  }
  // Some sources sign before they compress, others after.
  if (!(await source.authenticate(asSent)) && (request === asSent || !(await source.authenticate(request)))) {
    deps.log.warn(note, "a call was refused: it could not be verified");
    deps.heard.noteFault(id, unproven);
    throw refuse(source, reply);
  }
  await source.confirm?.(request);
  const { messages, faults, signs = [] } = parse(source, request);
  await takeIn(deps, id, messages);
  for (const { line, fault } of signs) await reportLink(deps, { sourceId: id, line, fault });
  const [fault] = faults;
  if (fault) {
    deps.heard.noteFault(id, fault.message);
    deps.log.warn(
      { ...note, fault: fault.message, faults: faults.length },
      "a source sent what cannot be read",
    );
    throw messages.length === 0 ? fault : onlySome(fault, messages.length);
  }
  const { status, contentType, body } = source.answer;
  return reply.code(status).header("content-type", contentType).send(body);
}

const onlySome = ({ code, message, details }: Refusal, stored: number): Refusal =>
  new Refusal(code, `${message} The ${stored} that can be read are stored.`, details);

function toRequest({ clock, publicBaseUrl }: InboundDeps, received: FastifyRequest): InboundRequest {
  const target = received.raw.url ?? "";
  const mark = target.indexOf("?");
  return {
    method: received.method === "GET" ? "GET" : "POST",
    url: publicBaseUrl() + target,
    query: mark < 0 ? "" : target.slice(mark + 1),
    headers: received.headers,
    body: Buffer.isBuffer(received.body) ? received.body : Buffer.alloc(0),
    caller: received.ip,
    at: clock.now(),
  };
}

const mayNotCall = (caller: string): Refusal =>
  new Refusal(
    "forbidden",
    `This source may not call from ${caller}: add the address to its callers, or, if it is your proxy's, to TRUSTED_PROXIES.`,
  );

function refuse({ challenge }: OpenSource, reply: FastifyReply): Refusal {
  if (challenge === undefined)
    return new Refusal(
      "forbidden",
      "The call could not be verified as coming from this source: check the secret, that the clocks agree, and that PUBLIC_BASE_URL is the address that it calls.",
    );
  reply.header("www-authenticate", challenge);
  return new Refusal("unauthorized", "Send this source's user name and password.");
}

/** A body that cannot be parsed at all is treated as one bad message. */
function parse(source: OpenSource, request: InboundRequest): Parsed {
  try {
    return source.parse(request);
  } catch (error) {
    if (error instanceof Refusal) return { messages: [], faults: [error] };
    throw error;
  }
}
