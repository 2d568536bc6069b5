import type { Config } from "../../../config.ts";
import { proxyAdvice } from "../../../start/proxy-advice.ts";
import { ok, warn, type Finding } from "./finding.ts";

/** Settings that are valid individually but wrong in combination. */
export function* checkSettings(config: Config): Generator<Finding> {
  yield ok("settings", "every one can be used");
  const everywhere = config.HOST === "0.0.0.0" || config.HOST === "::";
  if (config.PUBLIC_BASE_URL === "") {
    yield warn(
      "public address",
      "PUBLIC_BASE_URL is not set: carriers' signatures are checked against the address they call. Set it before a carrier sends here.",
    );
  } else if (!config.PUBLIC_BASE_URL.startsWith("https://")) {
    yield warn("public address", "PUBLIC_BASE_URL is not https: keys and codes would travel in the open.");
  } else yield ok("public address", config.PUBLIC_BASE_URL);
  const advice = proxyAdvice(config);
  if (advice !== null) yield warn("proxies", advice);
  else if (everywhere && config.TRUSTED_PROXIES.isEmpty) {
    yield warn(
      "proxies",
      "HOST listens everywhere and TRUSTED_PROXIES is empty: behind a proxy, allow lists of keys would see its address alone. Name the proxy.",
    );
  }
}
