import { Readable } from "node:stream";
import type { FastifyReply } from "fastify";
import { csvLine } from "../../kit/csv.ts";

/**
 * Streams records as a file to download. The first record is read before answering, so that a failure is still
 * reported as an error.
 */
export async function sendCsv(
  reply: FastifyReply,
  filename: string,
  records: AsyncGenerator<unknown[]>,
): Promise<FastifyReply> {
  const first = await records.next();
  async function* lines(): AsyncGenerator<string> {
    if (first.done) return;
    yield csvLine(first.value);
    for await (const record of records) yield csvLine(record);
  }
  return reply
    .type("text/csv; charset=utf-8")
    .header("content-disposition", `attachment; filename="${filename}"`)
    .send(Readable.from(lines()));
}
