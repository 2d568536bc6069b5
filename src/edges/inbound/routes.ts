// temporary placeholder: overwrite me
import type { FastifyInstance } from "fastify";
export function inboundRoutes(_app: FastifyInstance, _deps: object): void {}
