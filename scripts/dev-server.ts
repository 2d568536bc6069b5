import { run } from "../src/main.ts";

// The server as `npm run dev` runs it: without its pages, which Vite serves in front of it.
run({ withPages: false });
