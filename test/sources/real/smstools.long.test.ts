import assert from "node:assert/strict";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { hasSmstools } from "../../../scripts/install-test-tools.ts";
import { projectRoot } from "../../../src/kit/paths.ts";
import { startTestApp, type TestApp } from "../../helpers/app.ts";
import { clientFor, type Client } from "../../helpers/client.ts";
import { rent, sms as smsOf } from "../../helpers/orders.ts";
import { startProgram, type Program } from "../../helpers/program.ts";
import { openSource, type Source } from "../../helpers/source.ts";
import { stock } from "../../helpers/stock.ts";
import { until } from "../../helpers/until.ts";
import { startModem, type Modem } from "./modem.ts";

// Debian's smsd reads a modem over the network, decodes its messages, writes its files and runs our event handler.

const skip = !hasSmstools() && "smstools is not installed (apt-get install smstools)";
const password = "made here";

let app: TestApp;
let renter: Client;
let order: Awaited<ReturnType<typeof rent>>;
let source: Source;
let folder: string;
let modem: Modem;
let smsd: Program;

before(async () => {
  if (skip) return;
  app = await startTestApp({ LOG_LEVEL: "silent" });
  await stock(app, 5);
  renter = clientFor(app, (await app.account(100_000_000)).liveKey);
  order = await rent(renter);
  source = await openSource(app, "smstools", {
    settings: { auth: { kind: "basic", username: "zapotp", password }, timeZone: "UTC" },
  });
  folder = mkdtempSync(join(tmpdir(), "zapotp-smstools-"));
  modem = await startModem();
  for (const name of ["outgoing", "checked", "incoming", "failed", "sent"]) mkdirSync(join(folder, name));
  const script = join(folder, "event.sh");
  cpSync(join(projectRoot, "ops/gateways/smstools-event.sh"), script);
  chmodSync(script, 0o755);
  writeFileSync(
    join(folder, "zapotp.conf"),
    `URL='${app.url}${source.path}'\nUSER_AND_PASSWORD='zapotp:${password}'\nSPOOL='${folder}/spool'\nPAUSE=1\n`,
  );
  const folders = ["outgoing", "checked", "incoming", "failed", "sent"].map(
    (name) => `${name} = ${folder}/${name}\n`,
  );
  writeFileSync(
    join(folder, "smsd.conf"),
    `devices = GSM1
${folders.join("")}logfile = ${folder}/smsd.log
infofile = ${folder}/smsd.working
pidfile = ${folder}/smsd.pid
delaytime = 1
receive_before_send = no
incoming_utf8 = yes
eventhandler = ${script}
[GSM1]
device = ${modem.device}
incoming = yes
number = ${order.number}
internal_combine = no
report = no
`,
  );
  // -t: it ends as soon as it is told to.
  smsd = startProgram("/usr/sbin/smsd", ["-t", `-c${folder}/smsd.conf`], {
    ZAPOTP_CONF: join(folder, "zapotp.conf"),
  });
});
after(async () => {
  if (skip) return;
  await smsd.stop();
  await modem.stop();
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const texts = async (): Promise<(string | null)[]> =>
  (await smsOf(renter, order)).messages.map(({ text }) => text);

const arrives = (text: string): Promise<unknown> =>
  until(texts, (all) => all.filter((one) => one === text).length === 1);

test("an SMS goes from the modem through smsd and our event handler to its order", { skip }, async () => {
  modem.receive({ from: "WhatsApp", text: "WhatsApp 481-516: é€ 😱 'x' \"$HOME\" & +", at: app.clock.now() });
  await arrives("WhatsApp 481-516: é€ 😱 'x' \"$HOME\" & +");
  assert.equal((await smsOf(renter, order)).messages[0]?.sender, "WhatsApp");
});

test("parts are put together here; text in bytes counts, bytes for a program do not", { skip }, async () => {
  const at = app.clock.now();
  modem.receive({ from: "2348031234567", text: "WhatsApp code 27", udh: "050003AB0201", at });
  modem.receive({ from: "2348031234567", text: "1-828 😱", udh: "050003AB0202", at });
  modem.receive({ from: "5656", binary: Buffer.from("WhatsApp code 314-159").toString("hex"), at });
  const forProgram = { udh: "0605040b8423f0", binary: Buffer.from("WhatsApp code 111-222").toString("hex") };
  modem.receive({ from: "5656", ...forProgram, at });
  await arrives("WhatsApp code 271-828 😱");
  await arrives("WhatsApp code 314-159");
  await until(
    () => source.stored(),
    (stored) => stored.some(({ reason }) => reason === "no_text"),
  );
  assert.ok(!(await texts()).some((text) => text?.includes("111-222")));
});

test("the network's time decides: what is older than the rent is not the renter's", { skip }, async () => {
  modem.receive({
    from: "WhatsApp",
    text: "WhatsApp code 999-000",
    at: new Date(app.clock.now().getTime() - 7_200_000),
  });
  await until(
    () => source.stored(),
    (stored) => stored.some(({ reason }) => reason === "before_rent"),
  );
});

test("while ZapOTP cannot store it, a message waits on disk, and arrives once", { skip }, async () => {
  await app.db.rows(`alter table messages rename to messages_away`);
  modem.receive({ from: "WhatsApp", text: "WhatsApp code 600-001", at: app.clock.now() });
  await until(
    async () => readdirSync(join(folder, "spool/ready")).length,
    (kept) => kept === 1,
  );
  await app.db.rows(`alter table messages_away rename to messages`);
  await arrives("WhatsApp code 600-001");
  await until(
    async () => readdirSync(join(folder, "spool/ready")).length,
    (kept) => kept === 0,
  );
});
