import { openLetter } from "../../src/domain/mail/sealed-letter.ts";
import { addMember } from "../../src/domain/members/add-member.ts";
import { hashPassword } from "../../src/domain/members/password.ts";
import { confirmEmail } from "../../src/domain/members/sql.ts";
import { openSession } from "../../src/domain/sessions/open-session.ts";
import type { AccountRole } from "../../src/domain/sessions/session.ts";
import type { TestApp } from "./app.ts";
import { checkDashboardAnswer } from "./dashboard-answers.ts";

export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  // Tests access answers without types.
  body: { status: string; code?: string; field?: string; retry_after?: number; data: never };
}

interface Options {
  mode?: "live" | "test";
  headers?: Record<string, string>;
}

/** A browser with its cookies, on the dashboard's pages. */
export interface Browser {
  /** The session's cookie. */
  cookie: string;
  /** The cookie that makes it a known browser. */
  device: string;
  /** `path` under /dashboard/api, or with a leading `//` from the server's root. */
  call(method: string, path: string, body?: unknown, options?: Options): Promise<Reply>;
  get(path: string, options?: Options): Promise<Reply>;
  post(path: string, body?: unknown, options?: Options): Promise<Reply>;
}

export function openBrowser(app: TestApp, cookie = ""): Browser {
  const self: Browser = {
    cookie,
    device: "",
    async call(method, path, body, { mode, headers = {} } = {}) {
      const url = app.url + (path.startsWith("//") ? path.slice(1) : `/dashboard/api/${path}`);
      const response = await fetch(url, {
        method,
        redirect: "manual",
        headers: {
          "x-requested-with": "zapotp",
          ...(self.cookie + self.device === ""
            ? {}
            : { cookie: `zap_session=${self.cookie}; zap_device=${self.device}` }),
          ...(mode ? { "x-zap-mode": mode } : {}),
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      const set = response.headers.get("set-cookie") ?? "";
      self.cookie = /zap_session=([^;]*)/.exec(set)?.[1] ?? self.cookie;
      self.device = /zap_device=([^;]*)/.exec(set)?.[1] ?? self.device;
      const isJson = response.headers.get("content-type")?.startsWith("application/json") ?? false;
      const reply = {
        status: response.status,
        headers: response.headers,
        text,
        body: isJson ? JSON.parse(text) : undefined,
      };
      checkDashboardAnswer(app.app.dashboardRoutes, method, new URL(url).pathname, reply);
      return reply;
    },
    get: (path, options) => self.call("GET", path, undefined, options),
    post: (path, body = {}, options) => self.call("POST", path, body, options),
  };
  return self;
}

export const goodPassword = "a good long password";

export interface SignedUp {
  browser: Browser;
  username: string;
  email: string;
}

let people = 0;

/** Somebody new who signed up with the form; their address is not confirmed yet. */
export async function signUp(app: TestApp, address?: string): Promise<SignedUp> {
  const username = `person${++people}-${process.pid}`;
  const email = address ?? `${username}@example.com`;
  const browser = openBrowser(app);
  const reply = await browser.post("sign-up", {
    username,
    email,
    password: goodPassword,
    accepted_terms: "2026-11",
  });
  if (reply.status !== 200) throw new Error(reply.text);
  return { browser, username, email };
}

/** Opens the newest link to the person's address, in their own browser. */
export async function confirm(app: TestApp, { browser, email }: SignedUp): Promise<Reply> {
  const reply = await browser.post("email/confirm", { token: await newestLink(app, email) });
  if (reply.status !== 200) throw new Error(reply.text);
  return reply;
}

export interface TestMember {
  id: number;
  username: string;
  /** A new session for every call. */
  signIn(): Promise<Browser>;
}

/**
 * A member of an account with a confirmed address, created without forms; with role `operator` without an account.
 */
export async function addTestMember(
  app: TestApp,
  accountId: number,
  role: AccountRole | "operator",
  name?: string,
): Promise<TestMember> {
  const username = name ?? `${role}${++people}-${process.pid}`;
  const passwordHash = await hashPassword(goodPassword);
  const at = app.clock.now();
  const id = await app.db.transaction(async (tx) => {
    if (role !== "operator") {
      const email = `${username}@example.com`;
      const added = await addMember(tx, { accountId, username, email, role, passwordHash }, at);
      await confirmEmail(tx, added, email, at);
      return added;
    }
    const [row] = await tx.rows<{ id: number }>(
      `insert into members (username, role, password_hash, created_at) values ($1, 'operator', $2, $3) returning id`,
      [username, passwordHash, at],
    );
    return (row as { id: number }).id;
  });
  const device = { ip: "127.0.0.1", userAgent: "test" };
  const signIn = async (): Promise<Browser> =>
    openBrowser(app, await app.db.transaction((tx) => openSession(tx, id, device, app.clock.now())));
  return { id, username, signIn };
}

/** An operator's name and password, as the sign-in form takes them; the password is one they chose themselves. */
export async function addOperator(app: TestApp): Promise<{ username: string; password: string }> {
  const { username } = await addTestMember(app, 0, "operator");
  return { username, password: goodPassword };
}

/** The token in the newest letter to the address, as the operator would pass it on. */
export async function newestLink(app: TestApp, email: string): Promise<string> {
  const [letter] = await app.db.rows<{ id: number; recipient: string; textSealed: Buffer }>(
    `select id, recipient, text_sealed as "textSealed" from outbox where recipient = $1 order by id desc limit 1`,
    [email],
  );
  return /#token=(\S+)/.exec(letter ? openLetter(app.sealer, letter) : "")?.[1] ?? "";
}
