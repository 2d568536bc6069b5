import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sourceKinds } from "../../src/edges/inbound/kinds.ts";
import type { InboundRequest, SourceKind } from "../../src/edges/inbound/source-kind.ts";
import { unpack } from "../../src/edges/inbound/unpack.ts";
import { Refusal } from "../../src/kit/errors.ts";
import type { Source } from "../helpers/source.ts";
import type { CarrierCall } from "./carrier.ts";
import { carriers } from "./carriers.ts";
import { answerAsSns } from "./carriers/aws-sns.ts";
import { noMemory } from "./memory.ts";
import { mangler } from "./mangle.ts";

// Whatever comes in is read, or refused in words: nothing else is ever thrown.

const seed = Number(process.env["FUZZ_SEED"] ?? Math.floor(Math.random() * 2 ** 31));
const publicUrl = "https://otp.example.com";
const now = new Date("2026-11-01T12:00:00Z");

/** Of mangled compressed bytes nothing can be read. */
const readable = carriers.filter(({ variant }) => variant !== "compressed");

/** Mangles so many calls of each carrier. */
export function fuzzCarriers(cases: number): void {
  let sns: ReturnType<typeof answerAsSns>;
  before(() => {
    console.log(`FUZZ_SEED=${seed}`);
    sns = answerAsSns();
  });
  after(() => sns.stop());

  for (const carrier of readable) {
    const name = [carrier.kind, carrier.variant].filter(Boolean).join(" ");
    test(`${name}: ${cases} mangled calls are read, or refused in words`, async () => {
      const kind = sourceKinds.get(carrier.kind) as SourceKind;
      const open = kind.open(
        kind.defaults({
          ...(carrier.options.settings?.["auth"] === undefined && { auth: "none" }),
          ...carrier.options,
        }),
        noMemory,
      );
      const path = `/in/${carrier.kind}/1/token`;
      const part = carrier.tells.parts ? { reference: "7", total: 2, number: 1 } : undefined;
      const sms = { id: "1", to: "+15550199999", from: "WhatsApp", text: "Code 481-516 é 😱", sentAt: now };
      const calls = [sms, { ...sms, ...(part && { part }) }, { ...sms, binary: Buffer.from("Code 1") }].map(
        (each) => carrier.call({ path } as Source, each, { publicUrl, now }),
      );
      const mangle = mangler(seed);
      let read = 0;
      for (let round = 0; round < cases; round += 1) {
        const call = mangle(calls[round % calls.length] as CarrierCall);
        const request = toRequest(call, path);
        try {
          await open.authenticate(request);
          read += open.parse(unpack(request)).messages.length;
        } catch (error) {
          if (!(error instanceof Refusal))
            assert.fail(
              `FUZZ_SEED=${seed}, case ${round}: ${String(error)}\n${String(call.query ?? call.body).slice(0, 400)}`,
            );
          assert.match(error.message, /\.$/);
        }
      }
      assert.ok(read > cases / 100, `hardly anything could be read: ${read}`);
    });
  }
}

function toRequest(
  { method = "POST", query = "", headers, body = "" }: CarrierCall,
  path: string,
): InboundRequest {
  const url = `${publicUrl}${path}${query === "" ? "" : `?${query}`}`;
  return { method, url, query, headers, body: Buffer.from(body), caller: "192.0.2.1", at: now };
}
