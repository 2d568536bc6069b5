import { Type, type Static } from "typebox";
import { shape, text } from "../shapes.ts";

const fields = { slug: text, name: text, category: text, restricted: Type.Boolean() };
export const changedService = shape(fields);
export const service = shape({ ...fields, aliases: Type.Array(text) });
export type Service = Static<typeof service>;
