import { Type, type Static } from "typebox";
import { shape } from "./shapes.ts";

const done = Type.Boolean();

export const accountSteps = shape({ key: done, sandbox_code: done, live_code: done });
export type AccountSteps = Static<typeof accountSteps>;

export const serverSteps = shape({ pool: done, numbers: done, source: done, message: done, customer: done });
export type ServerSteps = Static<typeof serverSteps>;
