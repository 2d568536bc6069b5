import { SupplierRefusal, type Acquired, type Supplier } from "../../src/domain/suppliers/supplier.ts";
import { run } from "../../src/main.ts";

// The server as shipped, with one additional supplier: the driver's peer.

function createPeerSupplier(url: string): Supplier {
  async function ask(path: string, body: object, signal: AbortSignal): Promise<unknown> {
    const answer = await fetch(url + path, { method: "POST", body: JSON.stringify(body), signal });
    if (!answer.ok) throw new Error(`the peer answered ${answer.status}`);
    return answer.json();
  }
  const asAcquired = (answer: unknown): Acquired => {
    const { number, ref, expiresAt } = answer as { number: string; ref: string; expiresAt?: string };
    return { number, ref, ...(expiresAt === undefined ? {} : { expiresAt: new Date(expiresAt) }) };
  };
  return {
    name: "peer",
    async acquire({ orderId, service }, signal) {
      const answer = await ask("/acquire", { orderId, service: service.slug }, signal);
      const { refusal } = answer as { refusal?: "no_numbers" | "unavailable" };
      if (refusal) throw new SupplierRefusal(refusal);
      return asAcquired(answer);
    },
    async recover(orderId, signal) {
      const answer = await ask("/recover", { orderId }, signal);
      return answer === null ? null : asAcquired(answer);
    },
    release: async (orderId, ref, signal) => void (await ask("/release", { orderId, ref }, signal)),
    countStock: async (_country, slugs) => new Map(slugs.map((slug) => [slug, 1000])),
  };
}

const peerUrl = process.env["PEER_URL"];
run({ suppliers: peerUrl === undefined ? [] : [createPeerSupplier(peerUrl)] });
