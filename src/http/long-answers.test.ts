import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, get } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import type { FastifyReply } from "fastify";
import type { Queryable } from "../kit/db.ts";
import { longAnswers } from "./long-answers.ts";

const nobodyAsks = {} as Queryable;

test("a client that left before its answer began takes no place from those who stay", async (t) => {
  const open = longAnswers(nobodyAsks, 12);
  const closed: FastifyReply[] = [];
  const server = createServer((request, response) => {
    response.once("close", () => closed.push({ raw: response } as FastifyReply));
    request.resume();
  }).listen(0, "127.0.0.1");
  t.after(() => server.close());
  await once(server, "listening");
  const request = get({ port: (server.address() as AddressInfo).port, host: "127.0.0.1" });
  request.on("error", () => {});
  await once(server, "request");
  request.destroy();
  while (closed.length === 0) await new Promise(setImmediate);
  const [reply] = closed;
  assert.ok(reply);
  for (let times = 0; times < 100; times++) open(reply, 1, "list");
});
