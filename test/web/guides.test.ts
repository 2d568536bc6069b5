import assert from "node:assert/strict";
import { test } from "node:test";
import { languages, type Language, type Sources } from "../../web/src/samples/language.ts";
import { events, polling, sandboxSms, waiting, type Place } from "../../web/src/samples/programs.ts";
import { clientFor } from "../helpers/client.ts";
import { rent, send } from "../helpers/orders.ts";
import { cannotRun, runSample } from "../helpers/samples.ts";
import { until } from "../helpers/until.ts";
import { assertNoFaults, openBrowser } from "../helpers/chromium.ts";
import { perFile } from "../helpers/fixtures.ts";
import { startPages } from "./pages.ts";
import { chooseSandbox, signUpHere } from "./people.ts";

const app = perFile(() => startPages({ SANDBOX_MESSAGE_SECONDS: "1", MAX_OPEN_ORDERS: "100" }));

const shells: Record<Language, "shell" | "python" | "javascript"> = {
  curl: "shell",
  python: "python",
  javascript: "javascript",
};
const guides: [string, (place: Place) => Sources, RegExp][] = [
  ["waiting", waiting, /RECEIVED/],
  ["polling", polling, /RECEIVED/],
  ["a sandbox message", sandboxSms, /delivered/],
];

for (const language of languages) {
  test(`the guides' ${language} programs run`, { skip: cannotRun(shells[language]) }, async () => {
    const place = { base: `${app.url}/account/api/v1`, key: (await app.account()).testKey };
    for (const [name, program, wanted] of guides)
      assert.match(await runSample(shells[language], program(place)[language]), wanted, name);
    const listening = runSample(shells[language], events(place)[language], { until: /order\.received.*\n/ });
    await until(
      async () => (await fetch(`${app.url}/metrics`)).text(),
      (text) => /zapotp_http_requests_open 2\n/.test(text), // The metrics' own connection, and the stream's.
    );
    const client = clientFor(app, place.key);
    await send(client, await rent(client), "WhatsApp code 123-456");
    assert.match(await listening, /order\.received/);
  });
}

test("a message is pasted and read, with a key or by whoever is signed in, and the page says why", async () => {
  const browser = await openBrowser(app.url);
  const { page, context } = browser;
  const find = page.getByRole("button", { name: "Find the code" });
  const code = page.getByText("123-456", { exact: true }).first();
  try {
    await page.goto("/docs/extract");
    await find.click();
    await page.getByText("Enter an API key, or sign in first.").waitFor();
    await page.getByLabel("API key").fill((await app.account()).testKey);
    await find.click();
    await code.waitFor();
    await page.getByText(/^Service: WhatsApp/).waitFor();
    await page.getByRole("table", { name: "Candidates" }).getByRole("listitem").first().waitFor();
    await page.getByLabel("Message").fill("See you tomorrow");
    await find.click();
    await page.getByText("No code", { exact: true }).waitFor();
    await signUpHere(context);
    await page.goto("/docs/extract");
    await find.click();
    await code.waitFor();
    assertNoFaults(browser, "401");
  } finally {
    await browser.close();
  }
});

test("the reader's key is in the samples, in the language that was chosen, on every page", async () => {
  const browser = await openBrowser(app.url);
  const { page, context } = browser;
  try {
    await signUpHere(context);
    await page.goto("/guides");
    await chooseSandbox(page);
    await page.getByText("YOUR_API_KEY").first().waitFor();
    await page.getByRole("link", { name: "Create a key on the API page" }).click();
    await page.getByRole("button", { name: "Create a sandbox key" }).click();
    await page.getByRole("button", { name: "Run", exact: true }).click();
    await page.getByText(/HTTP 200 in \d+ ms/).waitFor();
    await page.getByText('"balance": 1000000.00').waitFor();
    const key = await page.getByLabel("Key for the calls").inputValue();
    await page.getByText("Python", { exact: true }).click();
    await page.getByRole("region", { name: "Sample" }).getByText(`"Bearer ${key}"`).waitFor();
    await page.getByRole("combobox", { name: "Call" }).click();
    await page.getByRole("option", { name: "Rent a number" }).click();
    await page.getByRole("button", { name: "Run", exact: true }).click();
    await page.getByText('"order_id"').first().waitFor();
    await page.getByRole("combobox", { name: "Call" }).click();
    await page.getByRole("option", { name: "Wait for its code" }).click();
    await page.getByRole("button", { name: "Run", exact: true }).click();
    await page.getByText('"status": "RECEIVED"').waitFor();
    await page.getByText("Requests per ten seconds").waitFor();
    await page.getByRole("link", { name: "Guides" }).click();
    await page
      .getByRole("region", { name: "Rent a number and wait for its code" })
      .getByText(`Bearer ${key}`)
      .waitFor();
    await page.getByRole("tab", { name: "Polling, waiting, or events" }).click();
    assert.equal(new URL(page.url()).search, "?guide=waiting&in=sandbox");
    await page.getByText("import json, requests").waitFor();
    assertNoFaults(browser);
  } finally {
    await browser.close();
  }
});
