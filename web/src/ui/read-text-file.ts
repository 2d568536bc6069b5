/** A file's text: UTF-8, or UTF-16 as Excel saves "Unicode Text". The server detects files that are not text. */
export async function readTextFile(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

/** As in src/kit/decode-text.ts. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first === 0 && second !== 0) return "utf-16be";
  return second === 0 ? "utf-16le" : "utf-8";
}
