import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { after, before, test } from "node:test";
import { createSource } from "../../src/domain/sources/create-source.ts";
import { sourceKinds } from "../../src/edges/inbound/kinds.ts";
import type { SourceOptions } from "../../src/domain/sources/kind.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { cannotRun, runSample } from "../helpers/samples.ts";

// The command that an operator is shown for a new source sends a message that is stored, whatever the source's
// settings.

let app: TestApp;
before(async () => {
  app = await startTestApp();
});
after(() => app.close());

const noOpenssl =
  spawnSync("openssl", ["version"]).status === 0
    ? undefined
    : "openssl is not installed (apt-get install openssl)";

const sources: [string, SourceOptions][] = [
  ["as it comes", {}],
  ["without a secret", { auth: "none" }],
  ["HTTP Basic", { auth: "basic" }],
  ["a signature", { auth: "hmac" }],
  ["a signature by SHA-512", { settings: { auth: { kind: "hmac", algorithm: "sha512", header: "X-Sign" } } }],
  ["other fields", { settings: { fields: { to: "data.to", from: "data.sender[0]", text: "$.body" } } }],
  ["a list", { settings: { items: "results" } }],
  ["a list that is the whole body", { settings: { items: "$" } }],
  ["a list within the body", { settings: { items: "$.data.messages[*]", fields: { text: "sms.text" } } }],
  ["a number of its own", { settings: { number: "+1 555 019 9999" } }],
  ["only what is a message", { settings: { filter: { path: "event", equals: "sms.received" } } }],
  ["texts in base64", { settings: { textEncoding: "base64" } }],
  ["texts in hex", { settings: { textEncoding: "hex-ucs2" } }],
  ["texts in Latin-1", { settings: { textEncoding: "latin1" } }],
  ["a quote in its secret", { settings: { auth: { kind: "header", name: "X-Key", value: "it's $HOME" } } }],
];
for (const [name, options] of sources) {
  const skip = cannotRun("shell") ?? (JSON.stringify(options).includes("hmac") ? noOpenssl : undefined);
  test(`generic, ${name}: the command shown with it sends a message`, { skip }, async () => {
    const generic = sourceKinds.get("generic");
    assert.ok(generic);
    const settings = generic.defaults(options);
    const { id, token } = await createSource(app, { kind: "generic", name, settings, actor: "test" });
    const { curl, steps } = generic.guide(`${app.url}/in/generic/${id}/${token}`, settings);
    await runSample("shell", `set -e\n${curl?.replace("curl ", "curl --fail ")}`);
    const stored = await app.db.rows(`select number, sender, service from messages where source_id = $1`, [
      id,
    ]);
    assert.deepEqual(stored, [{ number: "15550199999", sender: "WhatsApp", service: "whatsapp" }]);
    assert.ok(steps.length >= 3);
  });
}

test("every carrier's console is told where to call, and what proves a call", () => {
  for (const [name, kind] of sourceKinds) {
    const options: SourceOptions = {
      telnyx: { secrets: ["6kpsY+KcUgq+9VB7Ey7F+ZVHdq6+vnuSQh7qaRRG0iw="] },
      "aws-sns": { settings: { topicArn: "arn:aws:sns:us-east-1:123456789012:sms" } },
    }[name] ?? { secrets: ["s3cret"] };
    const settings = kind.defaults(options);
    const address = "https://otp.example.com/in/x";
    const steps = kind.guide(address, settings).steps.join(" ");
    const isNamed = /this address|webhook address/.test(steps) || steps.includes("otp.example.com/in/x");
    assert.ok(isNamed, `${name}: ${steps}`);
    const secret = kind.secretOf(settings);
    if (secret?.startsWith("zapotp:")) assert.match(steps, /as zapotp|to zapotp|zapotp:PASSWORD/, name);
    assert.ok(!steps.includes(secret ?? "s3cret"), `${name}: steps may be read aloud, secrets not`);
  }
});

test("what no short command can sign has none, and steps all the same", () => {
  const generic = sourceKinds.get("generic");
  const template = "{timestamp}.{body}";
  const auth = { kind: "hmac", template, timestampHeader: "X-Timestamp" };
  const guide = generic?.guide("http://x", generic.defaults({ settings: { auth } }));
  assert.equal(guide?.curl, null);
  assert.match(guide?.steps.join(" ") ?? "", /\{timestamp\}\.\{body\}/);
  assert.equal(
    generic?.guide("http://x", generic.defaults({ settings: { textEncoding: "ucs2" } })).curl,
    null,
  );
  for (const kind of ["twilio", "signalwire", "plivo", "vonage"]) {
    const carrier = sourceKinds.get(kind);
    const told = carrier?.guide("http://x", carrier.defaults({ secrets: ["s3cret"] }));
    assert.equal(told?.curl, null);
    assert.ok(!JSON.stringify(told).includes("s3cret"), "the carrier's own secret is not repeated");
  }
});
