import { createReadStream } from "node:fs";
import { Refusal } from "../../kit/errors.ts";

/** The text of a file, or of standard input for `-`, as it comes. Throws a Refusal when it cannot be read. */
export async function* openText(path: string): AsyncGenerator<string> {
  const stream =
    path === "-" ? process.stdin.setEncoding("utf8") : createReadStream(path, { encoding: "utf8" });
  try {
    for await (const chunk of stream) yield String(chunk);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why = code === "ENOENT" ? "there is no such file" : code === "EISDIR" ? "it is a folder" : message;
    throw new Refusal("invalid_file", `${path} cannot be read: ${why}.`);
  }
}
