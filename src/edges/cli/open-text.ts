import { createReadStream } from "node:fs";
import { decodeText } from "../../kit/decode-text.ts";
import { Refusal } from "../../kit/errors.ts";
import { givenPath } from "./given-path.ts";

/** Streams the text of a file, or of standard input for `-`. Throws a Refusal if it cannot be read. */
export async function* openText(
  path: string,
  environment: Record<string, string | undefined>,
): AsyncGenerator<string> {
  try {
    yield* decodeText(path === "-" ? process.stdin : createReadStream(givenPath(path, environment)));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why = code === "ENOENT" ? "there is no such file" : code === "EISDIR" ? "it is a folder" : message;
    throw new Refusal("invalid_file", `${path} cannot be read: ${why}.`);
  }
}
