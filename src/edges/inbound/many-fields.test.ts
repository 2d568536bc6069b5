import assert from "node:assert/strict";
import { test } from "node:test";
import { parseForm } from "../../http/body.ts";
import { sourceKinds } from "./kinds.ts";
import type { InboundRequest, OpenSource } from "./source-kind.ts";
import { noMemory } from "../../../test/sources/memory.ts";

const url = "https://zap.example/in/any/1/t";
const formType = { "content-type": "application/x-www-form-urlencoded" };
const multipartType = { "content-type": "multipart/form-data; boundary=b" };
const fields = (count: number, name: (index: number) => string): [string, string][] =>
  Array.from({ length: count }, (_, index) => [name(index), String(index)]);
const asForm = (pairs: [string, string][]): string => pairs.map((pair) => pair.join("=")).join("&");
const asMultipart = (pairs: [string, string][]): string =>
  pairs
    .map(([name, value]) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .join("") + "--b--";
const request = (body: string, headers: Record<string, string> = formType): InboundRequest => ({
  method: "POST",
  url,
  query: "",
  headers,
  body: Buffer.from(body),
  caller: "192.0.2.1",
  at: new Date("2026-11-01T12:00:00Z"),
});
const open = (kind: string, settings: object): OpenSource =>
  sourceKinds.get(kind)?.open(settings, noMemory) as OpenSource;
const tooMany = /^Refusal: There are more than 1,000 fields/;

const same = (): string => "a";
const different = (index: number): string => `a${index}`;

test("more than 1,000 fields are refused, whether their names are the same or different", async () => {
  for (const name of [same, different]) {
    const [most, more] = [fields(1000, name), fields(1001, name)];
    const twilio = open("twilio", { authTokens: ["t"] });
    const signed = (pairs: [string, string][]) =>
      request(asForm(pairs), { ...formType, "x-twilio-signature": "x" });
    assert.equal(await twilio.authenticate(signed(most)), false);
    await assert.rejects(async () => twilio.authenticate(signed(more)), tooMany);
    const generic = open("generic", {});
    for (const [write, type] of [
      [asForm, formType],
      [asMultipart, multipartType],
    ] as const) {
      assert.match(String(generic.parse(request(write(most), type)).faults[0]), /to is missing/);
      assert.throws(() => generic.parse(request(write(more), type)), tooMany);
    }
    const queried: InboundRequest = { ...request(""), method: "GET", query: asForm(more) };
    assert.throws(() => generic.parse(queried), tooMany);
    for (const kind of ["plivo", "twilio"])
      assert.throws(() => open(kind, { authTokens: ["t"] }).parse(request(asForm(more))), tooMany);
    assert.throws(() => parseForm(asForm(more)), tooMany);
    assert.equal(Object.values(parseForm(asForm(most))).flat().length, 1000);
  }
});

test("what cannot be signed for its number of fields is refused as unsigned", async () => {
  const vonage = open("vonage", { signatureSecrets: ["s"] });
  assert.equal(await vonage.authenticate(request(asForm(fields(1001, different)))), false);
  const body = JSON.stringify(Object.fromEntries(fields(1001, different)));
  assert.equal(await vonage.authenticate(request(body, { "content-type": "application/json" })), false);
  const plivo = open("plivo", { authTokens: ["t"] });
  const headers = { ...formType, "x-plivo-signature-v3": "x", "x-plivo-signature-v3-nonce": "n" };
  assert.equal(await plivo.authenticate(request(asForm(fields(1001, different)), headers)), false);
});
