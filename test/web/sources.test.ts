import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { freePort } from "../../src/kit/postgres-server/port.ts";
import { buildWeb } from "../../src/start/web-build.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { addOperator } from "../helpers/browser.ts";
import { assertNoFaults, openBrowser, type Browser } from "../helpers/chromium.ts";
import { cannotRun, runSample } from "../helpers/samples.ts";
import { readSettings } from "../helpers/source.ts";
import { until } from "../helpers/until.ts";
import { call } from "./people.ts";

let app: TestApp;
let browser: Browser;
let operator: { username: string; password: string };
before(async () => {
  app = await startTestApp({}, undefined, await buildWeb(() => {}));
  operator = await addOperator(app);
});
after(() => app.close());
beforeEach(async () => {
  browser = await openBrowser(app.url);
  await call(browser.context, "POST", "sign-in", operator);
  await browser.page.goto("/operator/sources");
  await browser.page.getByRole("button", { name: "New source" }).click();
});
afterEach(() => browser.close());

const idIn = (url: string): number => Number(/\/in\/\w+\/(\d+)\//.exec(url)?.[1]);

test(
  "a source is made without JSON: faults beside their fields, a command that works, and its first message is seen",
  { skip: cannotRun("shell") },
  async () => {
    const { page } = browser;
    const form = page.getByRole("dialog", { name: "New source" });
    await form.getByLabel("Name", { exact: true }).fill("Gateway");
    await form.getByLabel("Field of the receiving number").fill("msisdn");
    await form.getByRole("combobox", { name: "Country of its numbers" }).click();
    await page.getByRole("option", { name: "Nigeria" }).click();
    await form.getByRole("button", { name: "More settings" }).click();
    await form.getByLabel("Numbers of its lines").fill("SIM1=+2348031234567\nSIM2");
    await form.getByLabel("Time zone").fill("Lagos");
    await form.getByRole("button", { name: "New source" }).click();
    await form.getByText("Write each line as NAME=NUMBER.").waitFor();
    const lines = form.getByLabel("Numbers of its lines");
    await lines.fill("SIM1=abc");
    await form.getByRole("button", { name: "Fewer settings" }).click();
    await form.getByRole("button", { name: "New source" }).click();
    await form.getByText(/lines\.SIM1 must/).waitFor();
    assert.ok(await lines.isVisible(), "what is wrong is not hidden");
    await lines.fill("SIM1=+2348031234567\nSIM2 = 08031234568");
    await form.getByRole("button", { name: "New source" }).click();
    const zone = form.getByLabel("Time zone");
    await form.getByText("timeZone is not the name of a time zone").waitFor();
    assert.equal(await zone.getAttribute("aria-invalid"), "true", "said beside the field");
    await zone.fill("Africa/Lagos");
    await form.getByRole("button", { name: "New source" }).click();

    const ready = page.getByRole("dialog", { name: "Sources" });
    const url = await ready.getByRole("region", { name: "Address for its messages" }).innerText();
    await ready.getByText("msisdn (the receiving number)").waitFor();
    await ready.getByText("Waiting for the first message…").waitFor();
    await runSample("shell", await ready.getByRole("region", { name: "Send a test message" }).innerText());
    await ready.getByText("The first message has come in.").waitFor();
    const settings = (await readSettings(app, idIn(url))) as Record<string, unknown>;
    assert.equal(settings["defaultCountry"], "NG");
    assert.equal(settings["timeZone"], "Africa/Lagos");
    assert.deepEqual(settings["lines"], { SIM1: "+2348031234567", SIM2: "08031234568" });
    assertNoFaults(browser, "400 (Bad Request)");
  },
);

test("a carrier's own secret has a field, is asked for, and is not shown again", async () => {
  const { page } = browser;
  const form = page.getByRole("dialog", { name: "New source" });
  await form.getByRole("combobox", { name: "Kind" }).click();
  await page.getByRole("option", { name: "twilio" }).click();
  await form.getByLabel("Name", { exact: true }).fill("Carrier");
  await form.getByRole("button", { name: "New source" }).click();
  await form.getByText("Fill this in.").waitFor();
  await form.getByLabel("Auth token").fill("first-token second-token");
  await form.getByRole("button", { name: "New source" }).click();
  const ready = page.getByRole("dialog", { name: "Sources" });
  const url = await ready.getByRole("region", { name: "Address for its messages" }).innerText();
  await ready.getByText("A message comes in").waitFor();
  assert.equal(await ready.getByRole("region", { name: "Secret" }).count(), 0);
  assert.ok(!(await ready.innerText()).includes("first-token"));
  assert.deepEqual(await readSettings(app, idIn(url)), { authTokens: ["first-token", "second-token"] });
  assertNoFaults(browser);
});

test("an SMPP link is made from the same form; the list says whether it is bound, and why not", async () => {
  const { page } = browser;
  const form = page.getByRole("dialog", { name: "New source" });
  await form.getByRole("combobox", { name: "Kind" }).click();
  await page.getByRole("option", { name: "smpp", exact: true }).click();
  await form.getByLabel("Name", { exact: true }).fill("Carrier");
  const address = form.getByLabel("Address of the carrier’s centre");
  await address.fill("smsc.example.com:2775");
  await form.getByLabel("System id").fill("zapotp");
  await form.getByRole("textbox", { name: "Password" }).fill("s3cret");
  await form.getByRole("button", { name: "New source" }).click();
  await form.getByText(/address must be smpp:\/\/HOST:PORT/).waitFor();
  const closed = `smpp://127.0.0.1:${await freePort(0)}`;
  await address.fill(closed);
  await form.getByRole("button", { name: "New source" }).click();
  const ready = page.getByRole("dialog", { name: "Sources" });
  const shown = await ready.getByRole("region", { name: "Address that the server connects to" }).innerText();
  assert.equal(shown.trim(), closed);
  await page.goto("/operator/sources"); // The server has tried by then, or soon will have.
  await until(
    async () => {
      await page.reload();
      return page.getByText(/^connect ECONNREFUSED/).isVisible();
    },
    (isVisible) => isVisible,
  );
  assertNoFaults(browser, "400 (Bad Request)");
});
