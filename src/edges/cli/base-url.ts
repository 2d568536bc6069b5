import type { Config } from "../../config.ts";

/** The address that the server is reached at, as far as the settings tell. */
export const baseUrl = (config: Pick<Config, "PUBLIC_BASE_URL" | "HOST" | "PORT">): string =>
  config.PUBLIC_BASE_URL || `http://${config.HOST}:${config.PORT}`;
