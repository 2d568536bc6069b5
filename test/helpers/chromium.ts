import assert from "node:assert/strict";
import { chromium, type Browser as Chromium, type BrowserContext, type Page } from "playwright-core";
import { chromiumPath, missingChromium } from "../../scripts/install-test-tools.ts";
import { patienceSeconds } from "./until.ts";

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export interface Browser {
  context: BrowserContext;
  page: Page;
  /** Console errors, uncaught exceptions and requests to other hosts so far. */
  faults: string[];
  close(): Promise<void>;
}

let running: Promise<Chromium> | undefined;

/**
 * One per process, which ends with it: a start takes seconds. It keeps the real clock when the tests run on another one,
 * since it stops working on a faked one, and pages go by the server's clock anyway.
 */
function theChromium(): Promise<Chromium> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(LD_PRELOAD|FAKETIME)/.test(name)),
  );
  running ??= chromium.launch({
    executablePath: chromiumPath,
    args: quiet,
    env: env as Record<string, string>,
  });
  return running;
}

/**
 * Chromium with a new empty profile: no cookies, storage or cache of others. Without the pages' service worker, which
 * would fetch every file of the pages for each test, unless the test is about it.
 */
export async function openBrowser(
  url: string,
  viewport = { width: 1280, height: 900 },
  colorScheme: "light" | "dark" = "light",
  serviceWorkers: "allow" | "block" = "block",
): Promise<Browser> {
  const missing = missingChromium();
  if (missing !== null) throw new Error(`The pages cannot be tried: ${missing}.`);
  const context = await (
    await theChromium()
  ).newContext({
    viewport,
    colorScheme,
    serviceWorkers,
    baseURL: url,
    permissions: ["clipboard-read", "clipboard-write"],
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const faults: string[] = [];
  const host = new URL(url).host;
  page.setDefaultTimeout(patienceSeconds * 1000);
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()} ${message.location().url}`);
  });
  page.on("pageerror", (error) => faults.push(`exception: ${error.message}`));
  context.on("request", (request) => {
    const to = new URL(request.url());
    if (to.protocol.startsWith("http") && to.host !== host) faults.push(`request to ${request.url()}`);
  });
  return {
    context,
    page,
    faults,
    close: () => context.close(),
  };
}

/** Fails on any error; a refusal that the test provokes (`expected`: part of its text) does not count. */
export function assertNoFaults(browser: Browser, ...expected: string[]): void {
  const unexpected = browser.faults.filter((fault) => !expected.some((part) => fault.includes(part)));
  assert.deepEqual(unexpected, []);
}
