import { Type, type Static } from "typebox";
import { shape, text } from "./shapes.ts";

export const catalogService = shape({
  slug: text,
  name: text,
  /** Other names and spellings. */
  aliases: Type.Array(text),
  /** Nobody may rent a number for it. */
  restricted: Type.Boolean(),
});
export type CatalogService = Static<typeof catalogService>;
