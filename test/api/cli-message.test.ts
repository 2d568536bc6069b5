import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { userInfo } from "node:os";
import { test } from "node:test";
import twilio from "twilio";
import { startTestApp } from "../helpers/app.ts";
import { clientFor, rentBody, type Client } from "../helpers/client.ts";
import { beforeTests, perFile } from "../helpers/fixtures.ts";
import { stock } from "../helpers/stock.ts";
import { createTool, toolFor } from "../helpers/tool.ts";

interface Source {
  id: number;
  url: string;
  secret: string | null;
}

const app = perFile(() => startTestApp());
const run = toolFor(app);
let client: Client;

beforeTests(async () => {
  client = clientFor(app, (await app.account(500_000)).liveKey);
  await stock(app, 5);
});

const rent = async (): Promise<{ order_id: string; number: string }> =>
  (await client.post("/rent", rentBody())).body.data;
const smsOf = async (orderId: string): Promise<{ sms_code: string }> =>
  (await client.get("/sms", { order_id: orderId })).body.data;

test("the address of a source is the running server's, whatever port the tool's own settings name", async () => {
  const elsewhere = createTool({ DATABASE_URL: app.connectionString, ENCRYPTION_KEY: app.encryptionKey });
  const made = await elsewhere(["source", "create", "generic", "--name", "phone", "--json"]);
  assert.ok((made.json as Source).url.startsWith(`${app.url}/in/generic/`), made.stdout);
});

test("the set-up guide of a source can be read again, without its secrets", async () => {
  const made = await run(["source", "create", "generic", "--name", "phone", "--json"]);
  const { id, url, secret } = made.json as { id: number; url: string; secret: string };
  const { stdout, code } = await run(["source", "guide", String(id)]);
  assert.equal(code, 0);
  assert.match(stdout, /\n1\. +Let it call /);
  assert.ok(!stdout.includes(url) && !stdout.includes(secret));
  assert.equal((await run(["source", "guide", "99999"])).code, 1);
});

test("a generic source as it is printed takes a signed message to its order", async () => {
  const options = `--name gateway --auth hmac --field-to msisdn --field-text data.body --settings {"filter":{"path":"type","equals":"in"}}`;
  const made = await run(["source", "create", "generic", ...options.split(" "), "--json"]);
  const { url, secret } = made.json as Source;
  assert.ok(url.startsWith(`${app.url}/in/generic/`), url);
  const order = await rent();
  const body = JSON.stringify({
    type: "in",
    id: "g1",
    msisdn: order.number,
    from: "WhatsApp",
    data: { body: "Your WhatsApp code: 123-456" },
  });
  const send = (signature: string): Promise<Response> =>
    fetch(url, {
      method: "POST",
      body,
      headers: { "content-type": "application/json", "x-signature": signature },
    });
  assert.equal((await send("00")).status, 403);
  assert.equal(
    (
      await send(
        createHmac("sha256", secret as string)
          .update(body)
          .digest("hex"),
      )
    ).status,
    200,
  );
  assert.equal((await smsOf(order.order_id)).sms_code, "123-456");
});

test("a twilio source is made with the carrier's token, from standard input", async () => {
  const made = await run(
    ["source", "create", "twilio", "--name", "tw", "--auth-token-file", "-", "--json"],
    "carriers-token\n",
  );
  const { url, secret } = made.json as Source;
  assert.equal(secret, null);
  const order = await rent();
  const params = {
    MessageSid: "SM1",
    From: "+15005550006",
    To: `+${order.number}`,
    Body: "WhatsApp code 765432",
  };
  const signature = twilio.getExpectedTwilioSignature("carriers-token", url, params);
  const answer = await fetch(url, {
    method: "POST",
    body: new URLSearchParams(params),
    headers: { "x-twilio-signature": signature },
  });
  assert.equal(answer.status, 200);
  assert.equal((await smsOf(order.order_id)).sms_code, "765432");
  assert.equal((await run(["source", "create", "twilio", "--name", "tw"])).code, 2);
});

test("people are told that url and secret are shown once; lists hold neither", async () => {
  const told = await run(["source", "create", "generic", "--name", "plain"]);
  assert.match(
    told.stdout,
    /^source id +\d+\nurl +http\S+\/in\/generic\/\d+\/in_\w+\nsecret +X-Api-Key: \S{32}\nat its other end +Let it call /,
  );
  const open = await run(["source", "create", "generic", "--name", "open", "--auth", "none"]);
  assert.match(open.stdout, /\nsecret +none: whoever knows the url may send\n/);
  const topic = ["--topic-arn", "arn:aws:sns:us-east-1:123456789012:sms"];
  const signed = await run(["source", "create", "aws-sns", "--name", "signed", ...topic]);
  assert.match(signed.stdout, /\nsecret +the carrier's own\n/);
  assert.match(told.stdout, /\nto try it +body='\{"to":"\+\d+",[^]+\n +curl -H 'X-Api-Key: /);
  assert.match(told.stderr, /shown this once/);
  const listed = await run(["source", "list"]);
  assert.match(listed.stdout, /generic +gateway .*\d{4}-\d\d-\d\d/);
  assert.ok(!listed.stdout.includes("in_"));
  const wrong = await run(["source", "create", "generic", "--name", "x", "--auth", "magic", "--json"]);
  assert.deepEqual([wrong.code, wrong.error.code], [1, "invalid_request"]);
});

test("an order is shown with its money; texts only when they are asked for, which is recorded", async () => {
  const order = await rent();
  const { json: source } = await run([
    "source",
    "create",
    "generic",
    "--name",
    "third",
    "--auth",
    "none",
    "--json",
  ]);
  const send = (id: string, to: string): Promise<Response> =>
    fetch((source as Source).url, {
      method: "POST",
      body: JSON.stringify({ id, to, from: "Whats\u001b[2JApp", text: "WhatsApp code 918273" }),
      headers: { "content-type": "application/json" },
    });
  await send("t1", order.number);
  await send("t2", "15550100099");

  const shown = await run(["order", "show", order.order_id]);
  assert.equal(shown.code, 0);
  assert.match(shown.stdout, /status +RECEIVED/);
  assert.match(shown.stdout, /hold .* 450\.00 +spendable +held\ncapture .* 450\.00 +held +revenue/);
  assert.match(
    shown.stdout,
    /delivered +Whats·\[2JApp/,
    "what comes from the world does not steer the terminal",
  );
  assert.ok(!shown.stdout.includes("918273"));
  const unmatched = await run(["message", "list", "--unmatched", "--json"]);
  assert.deepEqual(
    (unmatched.json as Record<string, unknown>[]).map(({ number, reason, text, code }) => [
      number,
      reason,
      text,
      code,
    ]),
    [["15550100099", "no_order", undefined, undefined]],
  );
  assert.deepEqual(await app.db.rows(`select from audit_log where action = 'message.reveal'`), []);

  const revealed = await run(["order", "show", order.order_id, "--reveal", "--json"]);
  const [message] = (revealed.json as { messages: Record<string, unknown>[] }).messages;
  assert.deepEqual([message?.["text"], message?.["code"]], ["WhatsApp code 918273", "918273"]);
  assert.match(
    (await run(["message", "list", "--unmatched", "--reveal"])).stdout,
    /918273 +WhatsApp code 918273/,
  );
  const looks = await app.db.rows<{ subject: string }>(
    `select actor, subject, jsonb_array_length(detail->'messageIds') as messages from audit_log where action = 'message.reveal' order by id`,
  );
  assert.deepEqual(looks, [
    { actor: `operator ${userInfo().username}`, subject: `order ${order.order_id}`, messages: 1 },
    { actor: `operator ${userInfo().username}`, subject: "unmatched messages", messages: 1 },
  ]);
  assert.equal((await run(["order", "show", "1", "--json"])).error.code, "order_not_found");
});

test("without the key, or with another, nothing is sealed or opened; the rest works", async () => {
  const keyless = createTool({ DATABASE_URL: app.connectionString });
  assert.equal((await keyless(["source", "list"])).code, 0);
  const refused = await keyless(["source", "create", "generic", "--name", "x", "--json"]);
  assert.deepEqual([refused.code, refused.error.code], [1, "no_encryption_key"]);
  const other = createTool({ DATABASE_URL: app.connectionString, ENCRYPTION_KEY: "00".repeat(32) });
  const wrong = await other(["message", "list", "--unmatched", "--reveal", "--json"]);
  assert.deepEqual([wrong.code, wrong.error.code], [1, "wrong_setting"]);
});
