import { en } from "./en.ts";

/** Every text of the dashboard. Another language is a file like en.ts, chosen here. */
export const t = en;
export const locale = "en-GB";
