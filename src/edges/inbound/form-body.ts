import { decodeText } from "./charset.ts";
import type { InboundRequest } from "./source-kind.ts";

/** The fields of a form: in the query of a GET, else in the body, whatever type that declares. */
export const readFormText = ({ method, query, body }: InboundRequest): URLSearchParams =>
  new URLSearchParams(method === "GET" ? query : decodeText(body));
