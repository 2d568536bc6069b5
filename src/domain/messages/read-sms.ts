import type { Deps } from "../deps.ts";
import type { Connection } from "../delivery/follow.ts";
import type { Hub } from "../delivery/hub.ts";
import { orderNotFound } from "../orders/errors.ts";
import type { LookUps } from "../orders/look-ups.ts";
import { isShown, smsStatus, type SmsStatus } from "../orders/order.ts";
import { openOrderCode } from "../orders/sealed-code.ts";
import type { OrderView } from "../orders/queries.ts";
import { noMessages, type OrderMessages } from "./message.ts";
import type { Texts } from "./show.ts";

export interface ReadSmsDeps extends Pick<Deps, "sealer"> {
  hub: Hub;
  lookUps: LookUps;
  texts: Texts;
}

/** The answer of `/sms` (contract, "GET /sms"). */
export interface Sms extends OrderMessages {
  orderId: number;
  status: SmsStatus;
  /** The newest code, as written; null before one comes, or if the messages contain no code. */
  code: string | null;
  expiresAtMs: number;
}

export interface ReadSmsInput {
  walletId: number;
  orderId: number;
  /** 0: answer at once. Otherwise wait this long for something to change, if nothing has yet. */
  waitSeconds: number;
  /** The connection of the waiting client. */
  connection?: Connection;
  /** The order, if it is already being looked up. Not for waiting, which subscribes before it reads. */
  ahead?: Promise<OrderView | null>;
  /**
   * Throws if the caller may no longer see the answer; called after every wait, because the key may have been
   * revoked.
   */
  stillAllowed?: () => Promise<unknown>;
}

/** Reads the messages of an order, or waits for one. A pure read: it changes nothing and costs nothing. */
export async function readSms(deps: ReadSmsDeps, input: ReadSmsInput): Promise<Sms> {
  const { waitSeconds, ahead, orderId } = input;
  const view =
    waitSeconds === 0
      ? requireOwn(await (ahead ?? deps.lookUps.findView(orderId)), input)
      : await waitForNews(deps, input);
  return show(deps, view, view.messageCount > 0 ? await deps.texts.showOne(orderId) : noMessages);
}

function requireOwn(view: OrderView | null, { walletId }: ReadSmsInput): OrderView {
  if (!view || view.walletId !== walletId || !isShown(view)) throw orderNotFound();
  return view;
}

/** Subscribes before it reads: news between the two ends the wait. */
async function waitForNews(deps: ReadSmsDeps, input: ReadSmsInput): Promise<OrderView> {
  // Not by the wall clock, which may be set while we wait.
  const deadline = performance.now() + input.waitSeconds * 1000;
  let wake = (): void => {};
  let news = false;
  const onNews = (): void => {
    news = true;
    wake();
  };
  deps.hub.subscribe(`order ${input.orderId}`, onNews);
  deps.hub.subscribe(`access ${input.walletId}`, onNews);
  input.connection?.once("close", onNews);
  try {
    for (let round = 0; ; round++) {
      news = false;
      const [found] = await Promise.all([
        deps.lookUps.findView(input.orderId),
        round > 0 && input.stillAllowed?.(),
      ]);
      const view = requireOwn(found, input);
      const left = deadline - performance.now();
      const isOver = left <= 0 || input.connection?.closed || deps.hub.closed();
      if (isOver || !isWaiting(view)) return view;
      if (!news) await untilWoken((resume) => (wake = resume), left);
    }
  } finally {
    deps.hub.unsubscribe(`order ${input.orderId}`, onNews);
    deps.hub.unsubscribe(`access ${input.walletId}`, onNews);
  }
}

/** Whether a message is still to come that the renter has not seen: the first one, or the one after a resend. */
const isWaiting = (view: OrderView): boolean =>
  view.status === "PENDING" || (view.status === "RECEIVED" && view.resent);

function untilWoken(register: (resume: () => void) => void, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    register(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function show({ sealer }: ReadSmsDeps, view: OrderView, shown: OrderMessages): Sms {
  return {
    orderId: view.orderId,
    status: smsStatus(view.status),
    code: openOrderCode(sealer, view),
    ...shown,
    expiresAtMs: view.expiresAtMs,
  };
}
