import { run } from "../src/main.ts";

// The server as `npm run dev` runs it: without pages of its own, which Vite serves in front of it.
run({ withPages: false });
