import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { serviceIcons } from "./service-icons.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Where `vite` alone (development) finds the API; the built pages are served by the server itself. */
const server = process.env["ZAPOTP_URL"] ?? "http://127.0.0.1:8080";

export default defineConfig({
  root: here("."),
  plugins: [react(), serviceIcons(here(".."))],
  build: {
    outDir: here("dist"),
    emptyOutDir: true,
    assetsInlineLimit: 0, // The content security policy allows no data: scripts, and flags are better cached alone.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 600,
  },
  server: { proxy: { "/dashboard/api": server, "/account/api": server, "/docs": server } },
});
