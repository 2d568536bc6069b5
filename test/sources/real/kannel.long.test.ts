import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { hasKannel } from "../../../scripts/install-test-tools.ts";
import { sourceKinds } from "../../../src/edges/inbound/kinds.ts";
import { freePort } from "../../../src/kit/postgres-server/port.ts";
import { startTestApp, type TestApp } from "../../helpers/app.ts";
import { clientFor, type Client } from "../../helpers/client.ts";
import { rent, sms as smsOf } from "../../helpers/orders.ts";
import { startProgram, type Program } from "../../helpers/program.ts";
import { openSource, readSettings, type Source } from "../../helpers/source.ts";
import { stock } from "../../helpers/stock.ts";
import { until } from "../../helpers/until.ts";

// Debian's Kannel: fakesmsc plays the carrier, bearerbox takes its SMS, smsbox calls the address that our guide gives it.

const skip = !hasKannel() && "Kannel is not installed (apt-get install kannel-extras)";
const fakesmsc = "/usr/lib/kannel/test/fakesmsc";

let app: TestApp;
let renter: Client;
let source: Source;
let folder: string;
let carrierPort: number;
const programs: Program[] = [];

before(async () => {
  if (skip) return;
  app = await startTestApp({ LOG_LEVEL: "silent" });
  await stock(app, 20);
  renter = clientFor(app, (await app.account(100_000_000)).liveKey);
  source = await openSource(app, "kannel", { auth: "basic" });
  folder = mkdtempSync(join(tmpdir(), "zapotp-kannel-"));
  const [admin, boxes, carrier, sending] = [
    await freePort(0),
    await freePort(0),
    await freePort(0),
    await freePort(0),
  ];
  carrierPort = carrier;
  const file = join(folder, "kannel.conf");
  writeFileSync(
    file,
    `group = core
admin-port = ${admin}
admin-password = x
admin-interface = 127.0.0.1
smsbox-port = ${boxes}
smsbox-interface = 127.0.0.1
sms-combine-concatenated-mo = false

group = smsc
smsc = fake
port = ${carrier}
connect-allow-ip = 127.0.0.1

group = smsbox
bearerbox-host = 127.0.0.1
sendsms-port = ${sending}
http-request-retry = 1000
http-queue-delay = 1

group = sms-service
keyword = default
catch-all = true
max-messages = 0
get-url = "${await addressInGuide()}"
`,
  );
  programs.push(startProgram("/usr/sbin/bearerbox", ["-v", "1", file]));
  await until(
    async () => programs[0]?.output() ?? "",
    (output) => output.includes("entering mainloop"),
  );
  programs.push(startProgram("/usr/sbin/smsbox", ["-v", "0", file]));
});
after(async () => {
  if (skip) return;
  for (const program of programs.toReversed()) await program.stop();
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

/** As an operator would copy it, with the password in it. */
async function addressInGuide(): Promise<string> {
  const kind = sourceKinds.get("kannel");
  const settings = await readSettings(app, source.id);
  const { steps = [] } = kind?.guide(app.url + source.path, settings) ?? {};
  const [, address = ""] = /get-url = "([^"]+)"/.exec(steps.join("\n")) ?? [];
  const [, password = ""] = (kind?.secretOf(settings) ?? "").split(":");
  return address.replace("PASSWORD", password);
}

/** The carrier sends one SMS: `text`, `data` or `udh`, with percent-encoded bytes. */
async function send(from: string, to: string, content: string): Promise<void> {
  const options = ["-H", "127.0.0.1", "-r", String(carrierPort), "-m", "1"];
  const carrier = startProgram(fakesmsc, [...options, `${from} ${to} ${content}`]);
  // It stays connected, for what it might be sent.
  await until(
    async () => carrier.output(),
    (output) => output.includes("sent message 1"),
  );
  await carrier.stop();
}

const texts = async (order: { order_id: string }): Promise<(string | null)[]> =>
  (await smsOf(renter, order)).messages.map(({ text }) => text);

test("an SMS goes from the carrier through Kannel to its order", { skip }, async () => {
  const order = await rent(renter);
  await send("WhatsApp", `+${order.number}`, "text Your WhatsApp code is 123-456, 50% & more + @ ok");
  const { sms_code: code, messages } = await until(
    () => smsOf(renter, order),
    ({ status }) => status === "RECEIVED",
  );
  assert.deepEqual(
    [code, messages.map(({ text, sender }) => [sender, text])],
    ["123-456", [["WhatsApp", "Your WhatsApp code is 123-456, 50% & more + @ ok"]]],
  );
});

test(
  "parts come one by one and are one message; the code of one whose end is lost arrives",
  { skip },
  async () => {
    const [whole, cut] = [await rent(renter), await rent(renter)];
    await send("5656", whole.number, "udh %05%00%03%AB%02%02 and tell nobody.");
    await send("5656", whole.number, "udh %05%00%03%AB%02%01 Your WhatsApp code is 271-828 ");
    await send("5656", cut.number, "udh %05%00%03%AC%02%01 Your WhatsApp code is 314-159. Do not share it. ");
    await until(
      () => texts(whole),
      ([text]) => text === "Your WhatsApp code is 271-828 and tell nobody.",
    );
    await until(
      () => smsOf(renter, cut),
      ({ sms_code: code }) => code === "314-159",
    );
  },
);

test(
  "bytes without a text are kept for the operator; Kannel is told that they arrived",
  { skip },
  async () => {
    const order = await rent(renter);
    await send("Ringtones", order.number, "data %00%ff%80%fe%01");
    await until(
      () => source.stored(),
      (stored) => stored.some(({ number, reason }) => number === order.number && reason === "no_text"),
    );
  },
);

test("what cannot be stored stays with Kannel, and is stored once when it can be", { skip }, async () => {
  const order = await rent(renter);
  await app.db.rows(`alter table messages rename to messages_away`);
  await send("WhatsApp", order.number, "text Your WhatsApp code is 161-803");
  await until(
    async () => programs[1]?.output() ?? "",
    (output) => output.includes("Retrying request"),
  ).finally(() => app.db.rows(`alter table messages_away rename to messages`));
  await until(
    () => texts(order),
    (all) => all.length > 0,
  );
  assert.deepEqual(await texts(order), ["Your WhatsApp code is 161-803"]);
});
