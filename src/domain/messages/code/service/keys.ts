/** How names are compared: letters and digits only, folded. */
import { DROPPED, foldUnit } from "../fold.ts";
import { scriptOf } from "../scripts.ts";

/** `Crypto.com`, `crypto com` and `CRYPTO.COM` are one. */
export function keyOf(name: string): string {
  let key = "";
  for (let i = 0; i < name.length; i++) {
    const unit = foldUnit(name.charCodeAt(i));
    if (unit !== DROPPED && scriptOf(unit) !== 0) key += String.fromCharCode(unit);
  }
  return key;
}
