import { createSource, type CreatedSource } from "../../src/domain/sources/create-source.ts";
import { insertNumbers } from "../../src/domain/numbers/sql.ts";
import type { TestApp } from "./app.ts";

/** The pool that the first start creates for the provider global. */
export const standardPool = 1;

/** Adds numbers 15550100000 … to the standard pool; returns them. */
export async function stock(
  { db, clock }: TestApp,
  count: number,
  { poolId = standardPool, first = 15550100000, country = "US" } = {},
): Promise<string[]> {
  const numbers = Array.from({ length: count }, (_, index) => String(first + index));
  await db.transaction((tx) =>
    insertNumbers(
      tx,
      poolId,
      numbers.map((number) => ({ number, country, areaCode: number.slice(1, 4), lineType: "mobile" })),
      clock.now(),
    ),
  );
  return numbers;
}

/** A generic source as an operator would create it, with the usual field names and no signature. */
export async function addSource(
  app: TestApp,
): Promise<CreatedSource & { send: (sms: Record<string, unknown>) => Promise<Response> }> {
  const settings = { fields: { to: "to", from: "from", text: "text", id: "id" }, auth: { kind: "none" } };
  const source = await createSource(app, { kind: "generic", name: "test", settings, actor: "test" });
  const url = `${app.url}/in/generic/${source.id}/${source.token}`;
  return {
    ...source,
    send: (sms) =>
      fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(sms),
      }),
  };
}
