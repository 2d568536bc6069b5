import assert from "node:assert/strict";
import { chmodSync, cpSync, mkdtempSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { hasGammu } from "../../../scripts/install-test-tools.ts";
import { projectRoot } from "../../../src/kit/paths.ts";
import { startTestApp, type TestApp } from "../../helpers/app.ts";
import { clientFor, type Client } from "../../helpers/client.ts";
import { rent, sms as smsOf } from "../../helpers/orders.ts";
import { startProgram, type Program } from "../../helpers/program.ts";
import { openSource, type Source } from "../../helpers/source.ts";
import { stock } from "../../helpers/stock.ts";
import { until } from "../../helpers/until.ts";
import { openDummyPhone } from "./dummy-phone.ts";

// Debian's gammu-smsd with its dummy phone runs our script for every message, by the shell, as at an operator's.

const skip = !hasGammu() && "gammu-smsd is not installed (apt-get install gammu-smsd)";
const password = "made here";

let app: TestApp;
let renter: Client;
let order: Awaited<ReturnType<typeof rent>>;
let source: Source;
let folder: string;
let phone: ReturnType<typeof openDummyPhone>;
let smsd: Program;

before(async () => {
  if (skip) return;
  app = await startTestApp({ LOG_LEVEL: "silent", ACTIVATION_SECONDS: "86400" });
  await stock(app, 5);
  renter = clientFor(app, (await app.account(100_000_000)).liveKey);
  order = await rent(renter);
  source = await openSource(app, "gammu", {
    settings: { auth: { kind: "basic", username: "zapotp", password }, timeZone: "UTC" },
  });
  folder = mkdtempSync(join(tmpdir(), "zapotp-gammu-"));
  phone = openDummyPhone(join(folder, "phone"));
  mkdirSync(join(folder, "inbox"));
  const script = join(folder, "on-receive.sh");
  cpSync(join(projectRoot, "ops/gateways/gammu-on-receive.sh"), script);
  chmodSync(script, 0o755);
  writeFileSync(
    join(folder, "zapotp.conf"),
    `URL='${app.url}${source.path}'\nUSER_AND_PASSWORD='zapotp:${password}'\nSPOOL='${folder}/spool'\nPAUSE=1\n`,
  );
  writeFileSync(
    join(folder, "smsdrc"),
    `${phone.config}
[smsd]
service = files
inboxpath = ${folder}/inbox/
phoneid = +${order.number}
runonreceive = ${script}
commtimeout = 1
receivefrequency = 1
statusfrequency = 0
multiparttimeout = 3
`,
  );
  smsd = startProgram("/usr/bin/gammu-smsd", ["-c", join(folder, "smsdrc")], {
    LC_ALL: "C.UTF-8",
    ZAPOTP_CONF: join(folder, "zapotp.conf"),
  });
});
after(async () => {
  if (skip) return;
  await smsd.stop();
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const networkTime = (minutesAgo = 0): string =>
  new Date(app.clock.now().getTime() - minutesAgo * 60_000)
    .toISOString()
    .slice(0, 19)
    .replaceAll(/[-:]/g, "");

const texts = async (): Promise<(string | null)[]> =>
  (await smsOf(renter, order)).messages.map(({ text }) => text);

const arrives = (text: string): Promise<unknown> =>
  until(texts, (all) => all.filter((one) => one === text).length === 1);

test("an SMS reaches its order by RunOnReceive, whatever is in it", { skip }, async () => {
  const text = "WhatsApp 481-516: é€ 😱 'quotes' \"$HOME\" `id` \\ % & + = ;\nsecond line";
  phone.receive({ from: "WhatsApp", text, sent: networkTime() });
  await arrives(text);
});

test("parts are put together by smsd; if one is lost, the rest arrives", { skip }, async () => {
  const sent = networkTime();
  phone.receive({ from: "5656", text: "WhatsApp code 27", sent, udh: "050003AB0201" });
  phone.receive({ from: "5656", text: "1-828 😱", sent, udh: "050003AB0202" });
  await arrives("WhatsApp code 271-828 😱");
  phone.receive({ from: "5757", text: "WhatsApp code 314-159, the rest", sent, udh: "050003AC0201" });
  await arrives("WhatsApp code 314-159, the rest");
});

test("the network's time decides: what is older than the rent is not the renter's", { skip }, async () => {
  phone.receive({ from: "WhatsApp", text: "WhatsApp code 999-000", sent: networkTime(120) });
  await until(
    () => source.stored(),
    (stored) => stored.some(({ reason }) => reason === "before_rent"),
  );
  assert.ok(!(await texts()).includes("WhatsApp code 999-000"));
});

test(
  "while ZapOTP cannot store them, messages wait on disk; they arrive once, in their order",
  { skip },
  async () => {
    await app.db.rows(`alter table messages rename to messages_away`);
    const waiting = ["WhatsApp code 600-001", "WhatsApp code 600-002", "WhatsApp code 600-003"];
    for (const text of waiting) {
      phone.receive({ from: "WhatsApp", text, sent: networkTime() });
      const count = waiting.indexOf(text) + 1;
      await until(
        async () => readdirSync(join(folder, "spool/ready")).length,
        (kept) => kept === count,
      );
    }
    await app.db.rows(`alter table messages_away rename to messages`);
    for (const text of waiting) await arrives(text);
    await until(
      async () => readdirSync(join(folder, "spool/ready")),
      (kept) => kept.length === 0,
    );
    assert.deepEqual((await texts()).slice(-3), waiting);
  },
);

test("what is left from before a restart is sent by flush", { skip }, async () => {
  const kept = join(folder, "spool/ready/1795000000-1");
  mkdirSync(kept, { recursive: true });
  const variables = {
    PHONE_ID: `+${order.number}`,
    IDS: "77",
    TIME: app.clock.now().toISOString(),
    SMS_MESSAGES: "1",
    SMS_1_NUMBER: "WhatsApp",
    SMS_1_TEXT: "WhatsApp code 700-001",
  };
  for (const [name, value] of Object.entries(variables)) writeFileSync(join(kept, name), value);
  const flush = startProgram("/bin/sh", [join(folder, "on-receive.sh"), "flush"], {
    ZAPOTP_CONF: join(folder, "zapotp.conf"),
  });
  await arrives("WhatsApp code 700-001");
  await flush.stop();
});
