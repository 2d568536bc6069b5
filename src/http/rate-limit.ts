import type { FastifyReply } from "fastify";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Caller } from "../domain/accounts/account.ts";
import { Refusal } from "../kit/errors.ts";

const windowSeconds = 10;

/** Counts a call, or its extra cost, against the caller; refuses `rate_limited` beyond the limit. */
export type CountCall = (reply: FastifyReply, caller: string, points?: number) => Promise<void> | undefined;

/** All callers of one account share a limit: its keys, and its members at the dashboard. */
export const ofAccount = (accountId: number): string => `account ${accountId}`;

/** @param perSecond calls per second, on average over ten seconds; 0: no limit */
export function limitCalls(perSecond: number): CountCall {
  if (perSecond === 0) return () => undefined;
  const most = perSecond * windowSeconds;
  const limiter = new RateLimiterMemory({ points: most, duration: windowSeconds });
  return async (reply, caller, points = 1) => {
    const state = await count(limiter, caller, points);
    void reply
      .header("ratelimit-limit", most)
      .header("ratelimit-remaining", Math.max(0, state.remainingPoints))
      .header("ratelimit-reset", Math.ceil(state.msBeforeNext / 1000));
    if (state.consumedPoints > most) throw tooFast(state);
  };
}

const sandboxSeconds = 600;

/** Counts what an account does in the sandbox, which costs it nothing and us as much as real use. */
export type CountSandbox = (caller: Caller, points: number) => Promise<void>;

/** @param most rents and messages in ten minutes; 0: no limit */
export function limitSandbox(most: number): CountSandbox {
  const limiter = new RateLimiterMemory({ points: Math.max(1, most), duration: sandboxSeconds });
  return async ({ mode, accountId }, points) => {
    if (mode !== "test" || most === 0) return;
    const state = await count(limiter, ofAccount(accountId), points);
    if (state.consumedPoints > most)
      throw tooFast(state, `The sandbox takes ${most} rents and messages of an account in ten minutes.`);
  };
}

/** The limiter rejects with the same object that it resolves with. */
export async function count(limiter: RateLimiterMemory, name: string, points = 1): Promise<RateLimiterRes> {
  try {
    return await limiter.consume(name, points);
  } catch (state) {
    if (state instanceof RateLimiterRes) return state;
    throw state;
  }
}

export const tooFast = (
  state: RateLimiterRes,
  advice = "Too many requests; slow down, or wait for codes with wait= or /events instead of polling.",
): Refusal =>
  new Refusal("rate_limited", advice, { retryAfter: Math.max(1, Math.ceil(state.msBeforeNext / 1000)) });
