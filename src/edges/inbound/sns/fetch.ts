import { Refusal } from "../../../kit/errors.ts";

const timeoutMilliseconds = 5000;
const maxBytes = 64 * 1024;
const retryAfter = 5;

/**
 * Fetches an address of SNS (address.ts) and reads the answer. Throws `unavailable` if that fails in any way, so that
 * SNS repeats the call: it gives up a message that is answered with 4xx.
 */
export async function fetchFromSns<T>(url: URL, read: (body: string) => T): Promise<T> {
  try {
    return read(await bodyOf(url));
  } catch (cause) {
    const refusal = new Refusal(
      "unavailable",
      "Amazon SNS cannot be reached right now; send the call again.",
      {
        retryAfter,
      },
    );
    throw Object.assign(refusal, { cause }); // For the log.
  }
}

/** Never follows a redirect. */
async function bodyOf(url: URL): Promise<string> {
  const answer = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(timeoutMilliseconds) });
  if (!answer.ok || !answer.body) {
    await answer.body?.cancel();
    throw new Error(`Amazon SNS answered ${answer.status}`);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > maxBytes) throw new Error(`Amazon SNS answered with more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
