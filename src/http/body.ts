import type { FastifyInstance } from "fastify";
import { invalid } from "../kit/errors.ts";
import { groupFields, toRecord } from "./form-fields.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true });

function decode(body: Buffer): string {
  try {
    return utf8.decode(body);
  } catch {
    throw invalid("body", "The body is not valid UTF-8.");
  }
}

/** Reads bodies as JSON or as a form; a parameter given twice in a form becomes an array, which no schema accepts. */
export function useBodies(app: FastifyInstance): void {
  app.removeContentTypeParser("text/plain"); // Without it, plain text is refused like any other type.
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (_request, body, done) => {
    try {
      done(null, parseJson(decode(body as Buffer)));
    } catch (error) {
      done(error as Error);
    }
  });
  app.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "buffer" },
    (_request, body, done) => {
      try {
        done(null, parseForm(decode(body as Buffer)));
      } catch (error) {
        done(error as Error);
      }
    },
  );
}

function parseJson(text: string): unknown {
  if (text.trim() === "") return {};
  let seen: unknown;
  try {
    seen = JSON.parse(text);
  } catch {
    throw invalid("body", "The body is not valid JSON.");
  }
  return seen;
}

export const parseForm = (text: string): Record<string, string | string[]> =>
  toRecord(groupFields(new URLSearchParams(text)));
