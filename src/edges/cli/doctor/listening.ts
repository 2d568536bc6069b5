import { once } from "node:events";
import { createServer } from "node:net";
import type { Config } from "../../../config.ts";
import { listeningFault } from "../../../start/listening.ts";
import { fail, ok, type Finding } from "./finding.ts";

/** Whether a server could listen on HOST; tried on a free port, because PORT may be in use by the running server. */
export async function checkListening(config: Config): Promise<Finding> {
  const server = createServer();
  try {
    server.listen({ host: config.HOST, port: 0 });
    await once(server, "listening");
    return ok("listening", `${config.HOST} is an address of this machine`);
  } catch (error) {
    const fault = listeningFault(error, config);
    if (fault === null) throw error;
    return fail("listening", fault);
  } finally {
    server.close();
  }
}
