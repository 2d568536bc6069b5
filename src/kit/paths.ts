import { fileURLToPath } from "node:url";

/** The project's folder, wherever the server was started. */
export const projectRoot = fileURLToPath(new URL("../..", import.meta.url));
export const migrationsFolder = fileURLToPath(new URL("../../migrations", import.meta.url));
