import { lastCopy } from "../state/copied.ts";

/** Copies, and has the page say whether it worked; rejects if the browser refuses. */
export async function copyText(text: string): Promise<void> {
  lastCopy.set(null);
  try {
    await write(text);
    lastCopy.set("copied");
  } catch (error) {
    lastCopy.set("refused");
    throw error;
  }
}

/** Also works if the page has no TLS, and the browser therefore no clipboard API. */
async function write(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = document.createElement("textarea");
  field.value = text;
  field.style.position = "fixed";
  document.body.append(field);
  field.select();
  const isDone = document.execCommand("copy");
  field.remove();
  if (!isDone) throw new Error("The browser refused to copy.");
  return undefined;
}
