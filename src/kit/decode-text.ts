import { TextDecoder } from "node:util";

/**
 * The text of a file that some program wrote, as it arrives: UTF-8, or UTF-16 if a byte order mark or the zero bytes
 * of its first letters indicate it (Excel's "Unicode Text", PowerShell's `>`, Notepad). The mark is removed.
 */
export async function* decodeText(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let head = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (decoder) yield decoder.decode(chunk, { stream: true });
    else head = Buffer.concat([head, chunk]); // A pipe may deliver a byte at a time.
    if (decoder || head.length < tellingBytes) continue;
    decoder = new TextDecoder(encodingOf(head));
    yield decoder.decode(head, { stream: true });
  }
  if (decoder) yield decoder.decode();
  else yield decodeBytes(head);
}

/** Like `decodeText`, for all the bytes at once. */
export const decodeBytes = (bytes: Uint8Array): string => new TextDecoder(encodingOf(bytes)).decode(bytes);

const tellingBytes = 2;

/** Text for machines begins with an ASCII letter, so its first two bytes also reveal UTF-16 without a mark. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first === 0 && second !== 0) return "utf-16be";
  return second === 0 ? "utf-16le" : "utf-8";
}
