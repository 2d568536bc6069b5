import type { Plugin } from "vite";

/**
 * Creates `docs.html`: the same page, but for visitors who come for the reference, which many see first. The browser
 * preloads what the reference will request, instead of waiting until the scripts before it have run.
 */
export function earlyReference(): Plugin {
  return {
    name: "early-reference",
    enforce: "post",
    generateBundle(_options, bundle) {
      const outputs = Object.values(bundle);
      const page = outputs.find((output) => output.fileName === "index.html");
      const reference = outputs.find(
        (output) => output.type === "chunk" && output.facadeModuleId?.endsWith("/ReferencePage.tsx"),
      );
      if (page?.type !== "asset" || reference?.type !== "chunk")
        this.error("The page or the reference is not in the build.");
      const html = String(page.source);
      const scripts = [reference.fileName, ...reference.imports];
      const styles = scripts.flatMap((name) => {
        const output = bundle[name];
        return output?.type === "chunk" ? [...(output.viteMetadata?.importedCss ?? [])] : [];
      });
      const links = [
        ...scripts.map((name) => `<link rel="modulepreload" crossorigin href="/${name}">`),
        ...styles.map((name) => `<link rel="preload" as="style" crossorigin href="/${name}">`),
        `<link rel="preload" as="fetch" crossorigin href="/openapi.json">`,
      ].filter((link) => !html.includes(/"\/[^"]+"/.exec(link)?.[0] ?? link));
      this.emitFile({
        type: "asset",
        fileName: "docs.html",
        source: html.replace("</head>", `  ${links.join("\n    ")}\n  </head>`),
      });
    },
  };
}
