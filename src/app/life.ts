import type { FastifyInstance } from "fastify";
import type { Config } from "../config.ts";
import { httpAddress } from "../kit/address.ts";
import type { JobRun } from "../domain/monitoring/job-run.ts";
import type { Jobs } from "../jobs/jobs.ts";

/** The changing state of a process, for parts that are created before it changes. */
export interface Life {
  stopping: boolean;
  /** Set as soon as the server listens. */
  jobs?: Jobs;
  baseUrl?: string;
}

export const jobRunsOf = ({ jobs }: Life): JobRun[] => jobs?.runs ?? [];

/** The address at which customers and sources reach us, without a trailing slash. */
export function publicBaseUrl(config: Config, server: FastifyInstance): string {
  if (config.PUBLIC_BASE_URL !== "") return config.PUBLIC_BASE_URL;
  const address = server.server.address();
  const port = typeof address === "object" && address ? address.port : config.PORT;
  return httpAddress(config.HOST, port);
}
