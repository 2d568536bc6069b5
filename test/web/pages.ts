import { buildWeb } from "../../src/start/web-build.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";

/** The program as shipped with its pages, which are built first if they have changed. */
export const startPages = async (settings: Record<string, string> = {}): Promise<TestApp> =>
  startTestApp(settings, undefined, await buildWeb(() => {}));
