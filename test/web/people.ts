import assert from "node:assert/strict";
import type { BrowserContext, Page } from "playwright-core";

export const goodPassword = "correct horse battery staple 9";
let people = 0;

/** A call of the dashboard's API with the browser's session. */
export async function call<T>(
  context: BrowserContext,
  method: string,
  path: string,
  data?: unknown,
  mode = "live",
): Promise<T> {
  const response = await context.request.fetch(path.startsWith("/") ? path : `/dashboard/api/${path}`, {
    method,
    headers: { "x-requested-with": "zapotp", "x-zap-mode": mode },
    ...(data === undefined ? {} : { data }),
  });
  const body = (await response.json()) as { status: string; data: T; message?: string };
  assert.equal(body.status, "success", `${method} ${path}: ${body.message}`);
  return body.data;
}

/** A new account, and this browser signed in as its owner. */
export async function signUpHere(context: BrowserContext, username = `web${++people}-${process.pid}`) {
  const { terms_version: terms } = await call<{ terms_version: string }>(context, "GET", "sign-up");
  const body = { email: `${username}@example.com`, username, password: goodPassword, accepted_terms: terms };
  const signed = await call<{ account: { id: number } }>(context, "POST", "sign-up", body);
  return { ...body, accountId: signed.account.id };
}

export async function signInByForm(page: Page, username: string, password: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Username or e-mail").fill(username);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

export async function chooseSandbox(page: Page): Promise<void> {
  await page.getByRole("radiogroup", { name: "Live or sandbox" }).getByText("Sandbox").click();
  await page.getByText("Sandbox: play money").waitFor();
}
