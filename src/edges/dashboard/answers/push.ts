import { Type, type Static } from "typebox";
import { shape, text } from "./shapes.ts";

export const push = shape({
  /** The key that the browser subscribes with (VAPID), in base64url. */
  public_key: text,
  /** Whether the browser of this session is told. */
  on: Type.Boolean(),
});
export type Push = Static<typeof push>;
