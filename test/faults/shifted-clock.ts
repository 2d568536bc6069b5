import { readFileSync } from "node:fs";

// Preloaded into a server: shifts its Date ahead by the milliseconds in the file clock.PORT in its folder.

const RealDate = Date;
let offset = 0;

setInterval(() => {
  try {
    offset = Number(readFileSync(`clock.${process.env["PORT"]}`, "utf8"));
  } catch {
    // No jump yet.
  }
}, 50).unref();

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args: unknown[], self) =>
    Reflect.construct(target, args.length === 0 ? [RealDate.now() + offset] : args, self) as object,
  get: (target, name, self): unknown =>
    name === "now" ? () => RealDate.now() + offset : Reflect.get(target, name, self),
});
