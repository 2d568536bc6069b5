import { test } from "node:test";
import { writeFileSync } from "node:fs";
import { startTestApp } from "./helpers/app.ts";
test("probe", async () => {
  const app = await startTestApp();
  const get = async (p: string) => { const r = await fetch(app.url + p); return { s: r.status, h: Object.fromEntries(r.headers), t: await r.text() }; };
  writeFileSync("/tmp/probe/openapi.json", (await get("/openapi.json")).t);
  const d = await get("/docs");
  console.log(d.s, d.h, d.t.slice(0, 3000));
  const d2 = await get("/docs/");
  console.log(d2.s, d2.h, d2.t.length, d2.t.slice(0,1500), [...d2.t.matchAll(/https?:\/\/[^"'\s<>\\]+/g)].map(m=>m[0]).filter((v,i,a)=>a.indexOf(v)===i));
  console.log(app.app.server.printRoutes({commonPrefix:false}));
  for (const u of ["/%E0%A4%A", "/nothing", "/docs/%zz", "/account/api/v1/rent", "/in/generic/1/x"]) console.log(u, await get(u));
  await app.close();
});
