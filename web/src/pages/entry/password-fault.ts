import { t } from "../../texts/t.ts";

/** What the browser can check; the server decides. */
export const passwordFault = (password: string): string | null =>
  password === "" ? t.errors.required : null;
