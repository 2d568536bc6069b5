import type { FastifyReply } from "fastify";
import type { Caller } from "../domain/accounts/account.ts";
import type { Counts } from "../domain/limits/counts.ts";
import { tightest, type Left, type Limit, type Taken } from "../domain/limits/limit.ts";
import { addressGroup } from "../kit/address.ts";
import { Refusal } from "../kit/errors.ts";

const windowSeconds = 10;

/** Whose calls are counted: those of an account (or an operator), and those from an address. */
export interface CallOf {
  /** `ofAccount`, or an operator. */
  caller: string;
  /** In the form that `readAddress` returns. */
  address: string;
}

/** Counts a call, or its extra cost; refuses `rate_limited` beyond the limit of its account or its address. */
export type CountCall = (reply: FastifyReply, of: CallOf, points?: number) => Promise<void> | undefined;

/** All callers of one account share a limit: its keys, and its members at the dashboard. */
export const ofAccount = (accountId: number): string => `account ${accountId}`;

export interface CallRules {
  /** Calls of an account per second, on average over ten seconds; 0: no limit. */
  perSecond: number;
  /** How many times as much an address gets as an account; 0: no limit by address. */
  addressFactor: number;
}

/** The limits are the same for all processes (domain/limits/counts.ts). */
export function limitCalls({ take }: Counts, { perSecond, addressFactor }: CallRules): CountCall {
  if (perSecond === 0) return () => undefined;
  const most = perSecond * windowSeconds;
  const note = (reply: FastifyReply, taken: Left[]): void => {
    const least = tightest(taken);
    void reply
      .header("ratelimit-limit", least.most)
      .header("ratelimit-remaining", least.left)
      .header("ratelimit-reset", least.resetSeconds);
    if (least.isRefused) throw tooFast(least);
  };
  return (reply, { caller, address }, points = 1) => {
    const group = addressFactor > 0 ? addressGroup(address) : null;
    const own = { subject: `${caller} calls`, most, seconds: windowSeconds };
    const ofAddress = { ...own, subject: `network ${group} calls`, most: most * addressFactor };
    const taken = take(group === null ? [own] : [own, ofAddress], points);
    if (!(taken instanceof Promise) && !taken.some(({ isRefused }) => isRefused))
      return void note(reply, taken);
    return Promise.resolve(taken).then((all) => note(reply, all));
  };
}

/**
 * Adds a limit to the headers `RateLimit-Policy` and `RateLimit` (draft-ietf-httpapi-ratelimit-headers), which can hold
 * several. `seconds`: the time that it is for; null: at any time.
 */
export function writeLeft(
  reply: FastifyReply,
  name: string,
  { most, left, resetSeconds }: Pick<Left, "most" | "left"> & { resetSeconds: number | null },
  seconds: number | null,
): void {
  add("ratelimit-policy", `"${name}";q=${most}${seconds === null ? "" : `;w=${seconds}`}`);
  add("ratelimit", `"${name}";r=${Math.max(0, left)}${resetSeconds === null ? "" : `;t=${resetSeconds}`}`);

  function add(header: string, entry: string): void {
    const before = reply.getHeader(header);
    const others = typeof before === "string" ? before.split(", ") : [];
    const kept = others.filter((one) => !one.startsWith(`"${name}";`));
    void reply.header(header, [...kept, entry].join(", "));
  }
}

const daySeconds = 86_400;
const sandboxSeconds = 600;

export interface SandboxRules {
  /** Rents and messages of an account in ten minutes; 0: nothing in the sandbox is limited. */
  most: number;
  /** Messages that one order takes. */
  perOrder: number;
  /** Messages of an account in a day. */
  perDay: number;
  addressFactor: number;
}

/** Counts what an account does in the sandbox, which costs it nothing and us as much as real use. */
export interface CountSandbox {
  (reply: FastifyReply, of: SandboxCall, points: number): Promise<void>;
  /** A message that the account sends itself to one of its orders. */
  message(reply: FastifyReply, of: SandboxCall, orderId: number): Promise<void>;
}

export interface SandboxCall {
  caller: Caller;
  address: string;
}

interface NamedLimit extends Limit {
  /** Its name in the headers. */
  name: string;
  advice: string;
}

export function limitSandbox({ take }: Counts, rules: SandboxRules): CountSandbox {
  const forBoth = ({ caller, address }: SandboxCall, limit: Omit<NamedLimit, "subject">): NamedLimit[] => {
    const group = rules.addressFactor > 0 ? addressGroup(address) : null;
    const own = { ...limit, subject: `${ofAccount(caller.accountId)} ${limit.name}` };
    if (group === null) return [own];
    const most = limit.most * rules.addressFactor;
    return [own, { ...limit, most, subject: `network ${group} ${limit.name}` }];
  };
  const count = async (reply: FastifyReply, limits: NamedLimit[], points: number): Promise<void> => {
    const taken: Taken<NamedLimit>[] = await take(limits, points);
    for (const [name, group] of Map.groupBy(taken, ({ limit }) => limit.name))
      writeLeft(reply, name, tightest(group), group[0]?.limit.seconds ?? 0);
    const refused = taken.find(({ isRefused }) => isRefused);
    if (refused) throw tooFast(refused, refused.limit.advice);
  };
  const recent = {
    name: "sandbox",
    most: rules.most,
    seconds: sandboxSeconds,
    advice: `The sandbox takes ${rules.most} rents and messages of an account in ten minutes.`,
  };
  const daily = {
    name: "sandbox-messages",
    most: rules.perDay,
    seconds: daySeconds,
    advice: `The sandbox takes ${rules.perDay} messages of an account in a day.`,
  };
  const countSandbox = async (reply: FastifyReply, of: SandboxCall, points: number): Promise<void> => {
    if (of.caller.mode === "test" && rules.most > 0) await count(reply, forBoth(of, recent), points);
  };
  const message = async (reply: FastifyReply, of: SandboxCall, orderId: number): Promise<void> => {
    if (rules.most === 0) return;
    const ofOrder = {
      name: "order-messages",
      subject: `sandbox order ${orderId} messages`,
      most: rules.perOrder,
      seconds: daySeconds,
      advice: `A sandbox order takes ${rules.perOrder} messages; rent another number.`,
    };
    await count(reply, [ofOrder, ...forBoth(of, recent), ...forBoth(of, daily)], 1);
  };
  return Object.assign(countSandbox, { message });
}

export const tooFast = (
  { resetSeconds }: Pick<Left, "resetSeconds">,
  advice = "Too many requests; slow down, or wait for codes with wait= or /events instead of polling.",
): Refusal => new Refusal("rate_limited", advice, { retryAfter: resetSeconds });
