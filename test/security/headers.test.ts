import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { missingChromium } from "../../scripts/install-test-tools.ts";
import { buildWeb } from "../../src/start/web-build.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { goodPassword, signUp } from "../helpers/browser.ts";
import { speak } from "../helpers/raw.ts";
import { assertNoFaults, openBrowser as openChromium } from "../helpers/chromium.ts";
import { ask } from "./ask.ts";
import { member, nobody, type Actor } from "./cast.ts";

let plain: TestApp;
let byTls: TestApp;
let owner: Actor;
before(async () => {
  plain = await startTestApp({ LOG_LEVEL: "silent" }, undefined, await buildWeb(() => {}));
  byTls = await startTestApp({ LOG_LEVEL: "silent", PUBLIC_BASE_URL: "https://otp.example.com" });
  owner = await member(plain, (await plain.account()).accountId, "owner");
});
after(async () => {
  await plain.close();
  await byTls.close();
});

/** Headers of everything except the API's answers, which are data for programs, open to all origins. */
const beyondTheApi: Record<string, string> = {
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
};

const isOfApi = (path: string): boolean => path.startsWith("/account/api/v1");

function assertAlways(headers: Headers, isHttps: boolean, isApi: boolean, name: string): void {
  assert.equal(headers.get("x-content-type-options"), "nosniff", name);
  assert.ok(headers.get("x-request-id"), name);
  if (!isApi) {
    for (const [header, value] of Object.entries(beyondTheApi))
      assert.equal(headers.get(header), value, `${name}: ${header}`);
    assert.match(headers.get("permissions-policy") ?? "", /camera=\(\).*geolocation=\(\)/, name);
  }
  assert.match(
    headers.get("content-security-policy") ?? "",
    /^default-src 'none';.*frame-ancestors 'none'/,
    name,
  );
  for (const header of ["server", "x-powered-by", "access-control-allow-credentials"])
    assert.equal(headers.get(header), null, `${name}: ${header}`);
  const hsts = headers.get("strict-transport-security");
  if (!isHttps) return assert.equal(hsts, null, name);
  assert.match(hsts ?? "", /includeSubDomains/, name);
  assert.ok(Number(/max-age=(\d+)/.exec(hsts ?? "")?.[1]) >= 31_536_000, name);
}

test("every answer of every route protects browsers, and what is of an account is never kept", async () => {
  const origin = { origin: "https://evil.example" };
  for (const [app, isHttps] of [
    [plain, false],
    [byTls, true],
  ] as const) {
    for (const { method, url } of [...app.app.routes, { method: "GET", url: "/nothing/at/all" }]) {
      for (const actor of app === plain ? [nobody, owner] : [nobody]) {
        const name = `${actor.name} ${method} ${url}`;
        const { headers, status } = await ask(app, actor, method, url.replace(/:\w+/g, "1"), {
          body: {},
          headers: actor === nobody ? origin : {},
        });
        assertAlways(headers, isHttps, isOfApi(url), name);
        const isDashboard = url.startsWith("/dashboard/");
        if (isDashboard) assert.equal(headers.get("access-control-allow-origin"), null, name);
        else if (isOfApi(url) && actor === nobody)
          assert.equal(headers.get("access-control-allow-origin"), "*", name);
        else assert.ok(["*", null].includes(headers.get("access-control-allow-origin")), name);
        const isPrivate = isDashboard || (url.startsWith("/account/api/v1/") && !/openapi|docs/.test(url));
        // The services are the same for everybody; a browser asks whether they changed.
        const isOfAll = url === "/dashboard/api/catalog" && status === 200;
        const kept = isOfAll ? "private, no-cache" : "no-store";
        if (isPrivate) assert.equal(headers.get("cache-control"), kept, name);
      }
    }
  }
  for (const [method, path, body] of [
    ["PUT", "/account/api/v1/rent", undefined],
    ["POST", "/account/api/v1/rent", "x".repeat(100_000)],
    ["OPTIONS", "/account/api/v1/rent", undefined],
    ["OPTIONS", "/dashboard/api/keys", undefined],
    ["GET", "/%zz", undefined],
  ] as const) {
    const { headers } = await ask(plain, owner, method, path, { body });
    assertAlways(headers, false, isOfApi(path), `${method} ${path}`);
  }
  const unread = await speak(plain, "GET / HTTP/9.9\r\n\r\n");
  assert.equal(unread.headers["x-content-type-options"], "nosniff");
});

const directives = (policy: string): Map<string, string[]> =>
  new Map(
    policy
      .split(";")
      .map((part) => part.trim().split(/\s+/))
      .map(([name = "", ...values]) => [name, values]),
  );

test("the policy of every page: no script but ours, nothing from elsewhere, in nobody's frame", async () => {
  for (const path of ["/", "/sign-in", "/operator/customers", "/docs/", "/docs/extract"]) {
    const { headers, status, text } = await ask(plain, nobody, "GET", path);
    assert.equal(status, 200, path);
    assert.match(text, /<html/, path);
    const policy = directives(headers.get("content-security-policy") ?? "");
    assert.deepEqual(policy.get("default-src"), ["'none'"], path);
    for (const name of ["base-uri", "frame-ancestors"])
      assert.deepEqual(policy.get(name), ["'none'"], `${path} ${name}`);
    assert.ok(["'none'", "'self'"].includes(policy.get("form-action")?.[0] ?? ""), path);
    assert.equal(policy.get("object-src")?.[0] ?? "'none'", "'none'", path);
    assert.deepEqual(policy.get("script-src"), ["'self'"], path);
    for (const [name, sources] of policy)
      for (const source of sources)
        assert.doesNotMatch(source, /^https?:|^\*|unsafe-eval/, `${path} ${name}`);
  }
});

test("the session's cookie: for this host alone, out of reach of scripts, and by TLS only where there is TLS", async () => {
  const signIn = async (app: TestApp): Promise<[string, string]> => {
    const { username } = await signUp(app);
    const reply = await ask(app, nobody, "POST", "/dashboard/api/sign-in", {
      body: { username, password: goodPassword },
      headers: { "x-requested-with": "zapotp" },
    });
    // This also makes the browser a known one.
    const session = reply.headers.getSetCookie().find((cookie) => cookie.includes("zap_session")) ?? "";
    const [pair = "", ...attributes] = session.split("; ");
    return [pair, attributes.join("; ")];
  };
  const [pair, attributes] = await signIn(byTls);
  assert.match(pair, /^__Host-zap_session=zs_\w{49}$/);
  assert.match(attributes, /^Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  const me = (cookie: string) => ask(byTls, nobody, "GET", "/dashboard/api/me", { headers: { cookie } });
  assert.equal((await me(pair)).status, 200);
  assert.equal(
    (await me(pair.replace("__Host-", ""))).status,
    401,
    "a cookie that another host could have set",
  );
  const [, withoutTls] = await signIn(plain);
  assert.match(withoutTls, /^Max-Age=2592000; Path=\/; HttpOnly; SameSite=Strict$/);
});

test("in a browser: the pages keep their own policy", { skip: missingChromium() ?? false }, async () => {
  const browser = await openChromium(plain.url);
  try {
    for (const [path, wanted] of [
      ["/docs/", "Waiting for a code."],
      ["/docs/extract", "code"],
      ["/sign-in", "Sign in"],
    ] as const) {
      await browser.page.goto(path);
      await browser.page.getByText(wanted).first().waitFor();
    }
    assertNoFaults(browser, "401");
  } finally {
    await browser.close();
  }
});
