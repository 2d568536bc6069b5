import { createLog } from "../../kit/log.ts";

/** The log of the tool: what it has to say it prints. */
export const silent = createLog("silent");
