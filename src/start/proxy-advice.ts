import type { Config } from "../config.ts";

/** Advice if there must be a proxy, since we do not speak TLS, but none is configured; null if all is well. */
export const proxyAdvice = ({
  PUBLIC_BASE_URL,
  TRUSTED_PROXIES,
}: Pick<Config, "PUBLIC_BASE_URL" | "TRUSTED_PROXIES">): string | null =>
  PUBLIC_BASE_URL.startsWith("https:") && TRUSTED_PROXIES.isEmpty
    ? "PUBLIC_BASE_URL is https and TRUSTED_PROXIES is empty: the proxy in front is taken for every customer, who share one limit of wrong passwords and fit no allow list. Set TRUSTED_PROXIES to its address (127.0.0.1 on this machine) and let it send X-Forwarded-For; until then /metrics needs METRICS_TOKEN."
    : null;
