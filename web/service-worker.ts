import { createHash } from "node:crypto";
import { build, type Plugin } from "vite";

/** Files of the pages; flags and logos are kept as they are seen. */
const isOfPages = (name: string): boolean => /^assets\/[^/]+\.(js|css)$/.test(name);
const others = ["/color-scheme.js", "/zap.svg", "/manifest.webmanifest", "/icons/icon-192.png"];

/** Builds `sw.js` from web/src/worker, with the list of what this build's pages are made of, and their hash. */
export function serviceWorker(entry: string): Plugin {
  return {
    name: "service-worker",
    enforce: "post",
    apply: "build",
    async generateBundle(_options, bundle) {
      const page = bundle["index.html"];
      if (page?.type !== "asset") this.error("The page is not in the build.");
      const names = Object.keys(bundle).filter(isOfPages).toSorted();
      const version = createHash("sha256")
        .update(names.join("\n") + String(page.source))
        .digest("hex")
        .slice(0, 16);
      const files = ["/index.html", ...others, ...names.map((name) => `/${name}`)];
      this.emitFile({
        type: "asset",
        fileName: "sw.js",
        source: await bundleWorker(entry, { version, files }),
      });
    },
  };
}

/** One script without imports: a worker is one file, and its bytes are what browsers compare. */
async function bundleWorker(entry: string, BUILD: { version: string; files: string[] }): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    define: { BUILD: JSON.stringify(BUILD) },
    build: {
      write: false,
      modulePreload: false,
      lib: { entry, formats: ["iife"], name: "worker", fileName: "sw" },
    },
  });
  const [result] = [built].flat();
  if (!result || !("output" in result)) throw new Error("The worker was not built.");
  return result.output[0].code;
}
