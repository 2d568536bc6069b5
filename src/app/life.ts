import type { FastifyInstance } from "fastify";
import type { Config } from "../config.ts";
import { httpAddress } from "../kit/address.ts";
import type { JobRun } from "../domain/monitoring/job-run.ts";
import type { Jobs } from "../jobs/jobs.ts";

/** What changes in the life of a process, for the parts that are put together before it does. */
export interface Life {
  stopping: boolean;
  /** From the moment it listens. */
  jobs?: Jobs;
  baseUrl?: string;
}

export const jobRunsOf = ({ jobs }: Life): JobRun[] => jobs?.runs ?? [];

/** The address that customers and sources reach us at, without a slash at its end. */
export function publicBaseUrl(config: Config, server: FastifyInstance): string {
  if (config.PUBLIC_BASE_URL !== "") return config.PUBLIC_BASE_URL;
  const address = server.server.address();
  const port = typeof address === "object" && address ? address.port : config.PORT;
  return httpAddress(config.HOST, port);
}
