import { groupFields } from "../../http/form-fields.ts";
import { decodeText } from "./charset.ts";
import type { InboundRequest } from "./source-kind.ts";

/** The values of each field of a form. */
export type Form = ReadonlyMap<string, readonly string[]>;

/** The fields of a form: in the query of a GET, else in the body, whatever type that declares. */
export const readFormText = ({ method, query, body }: InboundRequest): Form =>
  toForm(method === "GET" ? query : decodeText(body));

/** Throws a Refusal if there are too many fields. */
export const toForm = (text: string): Form => groupFields(new URLSearchParams(text));
