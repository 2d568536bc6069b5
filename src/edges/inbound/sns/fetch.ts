const timeoutMilliseconds = 5000;
const maxBytes = 64 * 1024;

/** The body of an address of SNS (address.ts); null if it answers with anything but success. Never follows elsewhere. */
export async function fetchFromSns(url: URL): Promise<string | null> {
  const answer = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(timeoutMilliseconds) });
  if (!answer.ok || !answer.body) {
    await answer.body?.cancel();
    if (answer.status >= 500) throw new Error(`Amazon SNS answered ${answer.status}`);
    return null;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
