import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { earlyReference } from "./early-page.ts";
import { phoneFormats } from "./phone-formats.ts";
import { serviceIcons } from "./service-icons.ts";
import { serviceWorker } from "./service-worker.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const flagSource = here("../node_modules/country-flag-icons/3x2");
const flagVersion = (
  JSON.parse(readFileSync(here("../node_modules/country-flag-icons/package.json"), "utf8")) as {
    version: string;
  }
).version;

/** The server's address during development (`npm run dev`); the server itself serves the built pages. */
const server = process.env["ZAPOTP_URL"] ?? "http://127.0.0.1:8080";

/** Paths that the server answers. The API's prefix begins like the page /api, which Vite serves. */
const served = [
  "/dashboard/api",
  "/account/api",
  "^/docs/openapi",
  "/openapi.json",
  "/in/",
  "/healthz",
  "/readyz",
];

/** Needed only by forms and dialogs: pages are shown before one is opened. */
const inForms = /@mantine\/form|\/Modal(Base)?\/|klona|use-submit|FormError/;

/** Needed by some pages only, none of them the first that anybody sees. */
const ofSomePages = /texts\/(en\/)?(docs|limits|operator|stock)\.ts/;

const isShared = (id: string): boolean => !inForms.test(id) && !ofSomePages.test(id);

/** Flags by country code, in a folder named after their version, so that they can be cached forever. */
const flagFolder = `assets/flags-${flagVersion}`;

function flags(): Plugin {
  return {
    name: "flags",
    config: () => ({ define: { FLAG_FOLDER: JSON.stringify(`/${flagFolder}`) } }),
    configureServer: ({ middlewares }) => {
      middlewares.use(`/${flagFolder}`, (request, response, next) => {
        const [, code] = /^\/([A-Z]{2})\.svg$/.exec(request.url ?? "") ?? [];
        if (code === undefined) return next();
        response.setHeader("content-type", "image/svg+xml").end(readFileSync(`${flagSource}/${code}.svg`));
      });
    },
    generateBundle() {
      for (const file of readdirSync(flagSource))
        if (/^[A-Z]{2}\.svg$/.test(file))
          this.emitFile({
            type: "asset",
            fileName: `${flagFolder}/${file}`,
            source: readFileSync(`${flagSource}/${file}`),
          });
    },
  };
}

export default defineConfig({
  root: here("."),
  define: { PHONE_FORMATS: JSON.stringify(phoneFormats()) },
  plugins: [
    react(),
    serviceIcons(here("..")),
    flags(),
    earlyReference(),
    serviceWorker(here("src/worker/worker.ts")),
  ],
  build: {
    outDir: here("dist"),
    emptyOutDir: true,
    assetsInlineLimit: 0, // The content security policy allows no data: scripts, and separate flags cache better.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Code shared by most pages is one file each, rather than fifty of a kilobyte: fewer requests, better
          // compression.
          groups: [
            { name: "react", test: /node_modules\/(react|react-dom|scheduler)\//, priority: 4 },
            { name: "base", test: isShared, minShareCount: 48, priority: 3 },
            { name: "shared", test: isShared, minShareCount: 15, priority: 2 },
            { name: "forms", test: inForms, minShareCount: 8, priority: 1 },
            // What every page loads, whichever it is: one file, since a browser has six requests at a time.
            { name: "first", tags: ["$initial"], priority: 0 },
          ],
        },
      },
    },
  },
  server: {
    fs: { allow: [here("..")] },
    proxy: Object.fromEntries(served.map((path) => [path, server])),
  },
});
