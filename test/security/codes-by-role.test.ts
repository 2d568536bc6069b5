import assert from "node:assert/strict";
import { test } from "node:test";
import { accountRoles } from "../../src/domain/sessions/session.ts";
import { startTestApp } from "../helpers/app.ts";
import { perFile } from "../helpers/fixtures.ts";
import { addTestMember, type Browser } from "../helpers/browser.ts";
import { clientFor } from "../helpers/client.ts";
import { rent, send } from "../helpers/orders.ts";

// Who reads codes: owners and developers. Billing and viewers see that there are orders, and that something came.

const app = perFile(() => startTestApp({ LOG_LEVEL: "silent" }));

/** Everything that the event stream tells a member from its beginning on, until no more comes. */
async function eventsOf(browser: Browser): Promise<string> {
  const aborted = new AbortController();
  const response = await fetch(`${app.url}/account/api/v1/events?mode=test&last_event_id=0`, {
    headers: { cookie: `zap_session=${browser.cookie}`, "x-requested-with": "zapotp" },
    signal: aborted.signal,
  });
  assert.equal(response.status, 200);
  let text = "";
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.includes("order.received")) break;
  }
  aborted.abort();
  return text;
}

test("by every way an order can be looked at, codes and texts are for who may rent", async () => {
  const { accountId, testKey } = await app.account();
  const client = clientFor(app, testKey);
  const order = await rent(client);
  await send(client, order, "Your WhatsApp code is 481-920, tell nobody");
  const id = order.order_id;
  const api = "//account/api/v1";
  for (const role of accountRoles) {
    const browser = await (await addTestMember(app, accountId, role)).signIn();
    const reads = role === "owner" || role === "developer";
    const told: Record<string, string> = { events: await eventsOf(browser) };
    for (const path of [
      `${api}/sms?order_id=${id}`,
      `${api}/sms?order_id=${id}&wait=1`,
      `${api}/orders`,
      `${api}/orders?q=${id}`,
      `${api}/orders?format=csv`,
      `orders/${id}`,
    ]) {
      const reply = await browser.get(path, { mode: "test" });
      assert.equal(
        reply.status,
        path.includes("/sms") && !reads ? 403 : 200,
        `${role} ${path} ${reply.text}`,
      );
      told[path] = reply.text;
    }
    for (const [path, text] of Object.entries(told)) {
      assert.equal(text.includes("481-920"), reads, `${role}: ${path}`);
      assert.equal(/tell nobody/.test(text) && !reads, false, `${role}: ${path}`);
      if (!path.includes("/sms"))
        assert.ok(text.includes(id), `${role}: ${path} shows that the order is there`);
    }
    const wallet = await browser.get("wallet/statement", { mode: "test" });
    assert.equal(wallet.status, 200);
    assert.ok(!wallet.text.includes("481-920"));
  }
});
