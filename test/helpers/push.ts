import { createECDH, createPublicKey, randomBytes, verify, type ECDH } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { Agent } from "node:https";
import { connect, type AddressInfo } from "node:net";
import ece from "http_ece";

/** The keys of a browser that nobody reads with. */
export function somebodysKeys(): { p256dh: string; auth: string } {
  return new PushBrowser("").target;
}

/** A browser's side of a subscription, as RFC 8291 has it: it alone can read what is pushed. */
export class PushBrowser {
  readonly target: { endpoint: string; p256dh: string; auth: string };
  private readonly keys: ECDH = createECDH("prime256v1");

  constructor(endpoint: string) {
    this.keys.generateKeys();
    const auth = randomBytes(16).toString("base64url");
    this.target = { endpoint, p256dh: this.keys.getPublicKey("base64url"), auth };
  }

  read(body: Buffer): unknown {
    const options = { version: "aes128gcm", privateKey: this.keys, authSecret: this.target.auth } as const;
    return JSON.parse(ece.decrypt(body, options).toString("utf8"));
  }
}

export interface ReceivedPush {
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface PushService {
  /** Connects to this stand-in, whatever the name; TLS is left out, the rest is as on the Internet. */
  agent: Agent;
  received: ReceivedPush[];
  /** The statuses of the next answers; 201 after them. */
  statuses: number[];
  close(): Promise<void>;
}

/** A stand-in for the push services of browsers' makers. */
export async function startPushService(): Promise<PushService> {
  const received: ReceivedPush[] = [];
  const statuses: number[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    received.push({ path: request.url ?? "", headers: request.headers, body: Buffer.concat(chunks) });
    response.writeHead(statuses.shift() ?? 201).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const agent = new Agent();
  agent.createConnection = () => connect(port, "127.0.0.1");
  return {
    agent,
    received,
    statuses,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** What the header of RFC 8292 claims, if its signature is right for the key in it. */
export function readVapid(
  header = "",
): { key: string; claims: { aud: string; exp: number; sub: string } } | null {
  const [, head, body, signature, key] =
    /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]+)$/.exec(header) ?? [];
  if (!head || !body || !signature || !key) return null;
  const point = Buffer.from(key, "base64url");
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString("base64url"));
  const publicKey = createPublicKey({ format: "jwk", key: { kty: "EC", crv: "P-256", x, y } as never });
  const isRight = verify(
    "sha256",
    Buffer.from(`${head}.${body}`),
    { key: publicKey, dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
  if (!isRight) return null;
  return { key, claims: JSON.parse(Buffer.from(body, "base64url").toString("utf8")) };
}
