import type { Socket } from "node:net";
import { STATUS_CODES } from "node:http";
import { Refusal } from "../kit/errors.ts";
import { commonCodes, errorBody } from "./errors.ts";

/** Node's errors for requests that it could not parse, as the refusal that the client gets. */
const refusals: Record<string, [string, string]> = {
  HPE_HEADER_OVERFLOW: ["headers_too_large", "Address and headers together are larger than 16 KB."],
  ERR_HTTP_REQUEST_TIMEOUT: [
    "request_timeout",
    "The request was not complete within 30 seconds; send it again.",
  ],
};

/** Answers invalid HTTP, and closes the connection; there is no request object, so this writes to the socket itself. */
export function answerUnparsed(error: Error & { code?: string }, socket: Socket, requestId: string): void {
  if (error.code === "ECONNRESET" || !socket.writable) return;
  const [code, message] = refusals[error.code ?? ""] ?? ["invalid_request", "The request is not valid HTTP."];
  const body = JSON.stringify(errorBody(new Refusal(code, message), requestId));
  const status = commonCodes[code] ?? 400;
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    "content-type: application/json; charset=utf-8",
    `content-length: ${Buffer.byteLength(body)}`,
    `x-request-id: ${requestId}`,
    "x-content-type-options: nosniff",
    "connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}
