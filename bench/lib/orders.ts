import type { Bench } from "./bench.ts";
import { apiRequest, type Zapotp } from "./zapotp.ts";

/** The services that are rented, and their messages: each text names its service, as most real ones do. */
const texts: Record<string, (code: string) => string> = {
  whatsapp: (code) =>
    `Your WhatsApp code: ${code.slice(0, 3)}-${code.slice(3)}\n\nDon't share this code with others`,
  telegram: (code) => `Telegram code: ${code.slice(0, 5)}. Do not give this code to anyone.`,
  google: (code) => `G-${code} is your Google verification code.`,
  facebook: (code) => `${code} is your Facebook confirmation code`,
  discord: (code) => `Your Discord verification code is: ${code}`,
};
const services = Object.keys(texts);

/** A rent for every account and service: the body of a documented request. */
export function rentRequests({ accounts }: Zapotp, more: object = {}): string[] {
  return accounts.flatMap(({ key }) =>
    services.map((service) =>
      apiRequest("POST", "/rent", key, {
        action: "rent",
        service,
        country: "US",
        provider: "global",
        ...more,
      }),
    ),
  );
}

export interface OpenOrder {
  orderId: number;
  number: string;
  service: string;
  key: string;
}

const perRequest = 10;
/** Spare free numbers: concurrent batches skip those that the others have locked. */
const spareNumbers = 1000;
const connections = 32;

/** Opens this many orders through the API, spread over accounts and services, on numbers imported for it. */
export async function openOrders(
  { load, postgres }: Bench,
  zapotp: Zapotp,
  count: number,
): Promise<OpenOrder[]> {
  await zapotp.stock(count + spareNumbers);
  const kinds = rentRequests(zapotp, { quantity: perRequest });
  const requests = Array.from(
    { length: Math.ceil(count / perRequest) },
    (_, place) => kinds[place % kinds.length] ?? "",
  );
  await load.drive({
    ports: [zapotp.port],
    connections,
    requests,
    order: "once",
    seconds: 600,
    refusals: "repeat",
  });
  const keys = new Map(zapotp.accounts.map(({ walletId, key }) => [walletId, key]));
  const rows = await zapotp.db.rows<Omit<OpenOrder, "key"> & { walletId: number }>(
    `select o.order_id as "orderId", o.wallet_id as "walletId", o.number, s.slug as service
     from orders o join services s on s.id = o.service_id
     where o.status = 'PENDING' order by random() limit $1`,
    [count],
  );
  if (rows.length < count) throw new Error(`only ${rows.length} of ${count} orders are open`);
  await zapotp.db.rows(`vacuum analyze`); // As autovacuum would within a minute.
  await postgres.checkpoint();
  return rows.map(({ walletId, ...order }) => ({ ...order, key: keys.get(walletId) ?? "" }));
}

/** The message that an order waits for, as its source delivers it: from a short code, with a random code. */
export function messageFor({
  orderId,
  number,
  service,
}: OpenOrder): Record<"id" | "to" | "from" | "text", string> {
  const code = String(Math.floor(Math.random() * 900_000) + 100_000);
  return { id: `bench-${orderId}`, to: `+${number}`, from: "32665", text: texts[service]?.(code) ?? code };
}
