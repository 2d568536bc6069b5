import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { projectRoot } from "../../src/kit/paths.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { clientFor, type Client } from "../helpers/client.ts";
import { rent, send, sms } from "../helpers/orders.ts";
import { cannotRun, runSample, type Language } from "../helpers/samples.ts";

/** The documented contract, verbatim; it is kept outside the project. */
const file = join(projectRoot, "../shared/contract/zapotp-api.txt");
const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
const skip = lines.length === 0 && "the documented contract does not stand beside the project";

interface Sample {
  language: Language;
  source: string;
}
const samples: Sample[] = [...curlSamples(), ...programSamples()];

function curlSamples(): Sample[] {
  return lines.flatMap((line, start) => {
    if (!line.startsWith("curl ")) return [];
    const end = lines.findIndex((other, place) => place >= start && !other.endsWith("\\"));
    return [{ language: "shell", source: lines.slice(start, end + 1).join("\n") }];
  });
}

/** Each Python program is followed by the same in JavaScript, and then by the answer or a comment on it. */
function programSamples(): Sample[] {
  return lines.flatMap((line, start) => {
    if (!line.startsWith("import requests")) return [];
    const middle = lines.findIndex((other, place) => place > start && /^(const|async function) /.test(other));
    const end = lines.findIndex((other, place) => place > middle && /^(\{|\/\/ List.*)$/.test(other));
    return [
      { language: "python", source: indented(lines.slice(start, middle)) },
      { language: "javascript", source: lines.slice(middle, end).join("\n") },
    ];
  });
}

/** The text has lost the indentation, which Python needs: indent after a colon, back after a break. */
function indented(program: string[]): string {
  let depth = 0;
  return program
    .map((line) => {
      const whole = "    ".repeat(depth) + line;
      if (line.endsWith(":")) depth++;
      if (line === "break") depth--;
      return whole;
    })
    .join("\n");
}

let app: TestApp;
let client: Client;
let received: string;
before(async () => {
  app = await startTestApp({ SANDBOX_MESSAGE_SECONDS: "1" });
  client = clientFor(app, (await app.account()).testKey);
  const order = await rent(client);
  await send(client, order, "WhatsApp code 123-456");
  assert.equal((await sms(client, order)).status, "RECEIVED");
  received = order.order_id;
});
after(() => app.close());

const run = ({ language, source }: Sample, orderId: string): Promise<string> =>
  runSample(
    language,
    source
      .replaceAll("https://zapotp.com", app.url)
      .replaceAll("YOUR_API_KEY", client.key)
      .replaceAll("12345678", orderId),
  );

const isPolling = ({ source }: Sample): boolean => /while/.test(source);
/** The fields that the text documents for a sample's endpoint. */
const fields: [RegExp, string[]][] = [
  [/\/user/, ["username", "balance", "currency"]],
  [
    /service=whatsapp|service": "whatsapp", "country": "US" \}|service: "whatsapp", country: "US" \}\)/,
    ["pool", "name", "success_rate", "price", "count"],
  ],
  [/\/services/, ["service_id", "service_name", "price"]],
  [/\/rent/, ["order_id", "number", "price", "expiry"]],
  [/\/sms/, ["order_id", "sms_code", "status"]],
  [/\/orders/, ["id", "order_id", "service", "number", "status", "price"]],
];

test("the text holds six curl, five Python and five JavaScript samples", { skip }, () => {
  const count = Object.groupBy(samples, ({ language }) => language);
  assert.deepEqual([count.shell?.length, count.python?.length, count.javascript?.length], [6, 5, 5]);
});

for (const language of ["shell", "python", "javascript"] as const) {
  const reason = skip || cannotRun(language);
  test(
    `every ${language} sample runs as printed and prints the documented fields`,
    { skip: reason },
    async () => {
      for (const sample of samples.filter((each) => each.language === language && !isPolling(each))) {
        const printed = await run(sample, received);
        const [, wanted = []] = fields.find(([path]) => path.test(sample.source)) ?? [];
        assert.ok(wanted.length > 0, `no fields known for\n${sample.source}`);
        for (const name of wanted)
          assert.match(printed, new RegExp(`['"]?\\b${name}\\b['"]?: `.replace(": ", ": ?")), sample.source);
        assert.match(printed, /['"]?status['"]?: ?['"]success['"]/);
        assert.doesNotMatch(printed, /error/i);
        if (language === "shell") assertDecimals(printed);
      }
    },
  );
}

/** Money has exactly two decimals on the wire. */
function assertDecimals(printed: string): void {
  JSON.parse(printed);
  for (const [whole, amount] of printed.matchAll(/"(?:balance|price|held)":([^,}]*)/g)) {
    assert.match(amount ?? "", /^\d+\.\d\d$/, whole);
  }
  if (printed.includes("username")) assert.match(printed, /"balance":\d+\.\d\d,/);
}

test("the two polling loops end with the code", { skip }, async () => {
  const loops = samples.filter(isPolling);
  assert.equal(loops.length, 2);
  const ends = loops.map(async (sample) => {
    if (cannotRun(sample.language)) return;
    const order = await rent(client);
    const printed = await run(sample, order.order_id);
    const { sms_code: code } = await sms(client, order);
    assert.ok(code);
    assert.equal(printed.trim(), sample.language === "python" ? `OTP: ${code}` : code);
  });
  await Promise.all(ends);
});
