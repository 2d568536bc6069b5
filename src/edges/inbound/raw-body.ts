import type { FastifyInstance } from "fastify";
import { Refusal } from "../../kit/errors.ts";

export const bodyLimitBytes = 1024 * 1024;

/** Passes every body on as bytes, whatever its type: signatures are over bytes, not over the result of a parser. */
export function useRawBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: bodyLimitBytes }, (_request, body, done) =>
    done(null, body),
  );
  app.setErrorHandler((error: Error & { code?: string }) => {
    if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE")
      throw new Refusal("payload_too_large", "The body is larger than 1 MB.");
    throw error; // Passed on to the server's error handler, which creates the answer.
  });
}
