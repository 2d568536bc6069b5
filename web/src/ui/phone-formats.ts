import type { PhoneFormat } from "./group-number.ts";

/** Put in by the build (web/phone-formats.ts). */
declare const PHONE_FORMATS: Record<string, PhoneFormat[]>;

/** By calling code. A file of its own, which is loaded when the first number is shown. */
export const phoneFormats = PHONE_FORMATS;
