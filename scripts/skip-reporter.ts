import type { TestEvent } from "node:test/reporters";
import type { Skip } from "./skips.ts";

/** A reporter of `node --test`: a line of JSON for each skipped test, and nothing for the others. */
export default async function* skipReporter(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const { type, data } of events) {
    if (type !== "test:pass" || data.skip === undefined) continue;
    const skip: Skip = { test: data.name, why: typeof data.skip === "string" ? data.skip : "" };
    yield `${JSON.stringify(skip)}\n`;
  }
}
