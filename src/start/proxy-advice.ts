import type { Config } from "../config.ts";

/** Advice if there must be a proxy, since we do not speak TLS, but none is configured; null if all is well. */
export const proxyAdvice = ({
  PUBLIC_BASE_URL,
  TRUSTED_PROXIES,
}: Pick<Config, "PUBLIC_BASE_URL" | "TRUSTED_PROXIES">): string | null =>
  PUBLIC_BASE_URL.startsWith("https:") && TRUSTED_PROXIES.isEmpty
    ? "PUBLIC_BASE_URL is https and TRUSTED_PROXIES is empty: every request seems to come from the proxy. So wrong passwords of one customer count against all, limits by address cannot tell customers apart, and keys and sources that accept only certain addresses refuse everybody. Set TRUSTED_PROXIES to the proxy's address (127.0.0.1 if it runs on this machine) and let it send X-Forwarded-For. Until then /metrics needs METRICS_TOKEN."
    : null;
