/** The simplest possible model of a wallet and its orders; the test compares the real ones with it. */
export interface ModelOrder {
  status: "PENDING" | "RECEIVED" | "FINISHED" | "CANCELLED" | "EXPIRED";
  messages: number;
  awaitsAnother: boolean;
  ageSeconds: number;
}

export interface ModelRules {
  priceMinor: number;
  lowBalanceMinor: number;
  windowSeconds: number;
  cancelLockSeconds: number;
  maxOpenOrders: number;
}

export class WalletModel {
  spendable = 0;
  held = 0;
  revenue = 0;
  orders: ModelOrder[] = [];
  events: string[] = [];
  readonly rules: ModelRules;

  constructor(rules: ModelRules) {
    this.rules = rules;
  }

  credit(minor: number): void {
    this.spendable += minor;
  }

  /** Each operation returns the code of its refusal, or null. */
  rent(): string | null {
    const { priceMinor, lowBalanceMinor, maxOpenOrders } = this.rules;
    if (this.held >= maxOpenOrders * priceMinor) return "too_many_open_orders";
    if (this.spendable < priceMinor) return "insufficient_balance";
    const wasLow = this.spendable < lowBalanceMinor;
    this.spendable -= priceMinor;
    this.held += priceMinor;
    this.orders.push({ status: "PENDING", messages: 0, awaitsAnother: false, ageSeconds: 0 });
    if (!wasLow && this.spendable < lowBalanceMinor) this.events.push("wallet.low");
    return null;
  }

  message(order: ModelOrder): void {
    order.messages++;
    if (order.status === "PENDING") {
      this.held -= this.rules.priceMinor;
      this.revenue += this.rules.priceMinor;
      order.status = "RECEIVED";
    }
    if (order.status === "RECEIVED") order.awaitsAnother = false;
    this.events.push("order.received");
  }

  cancel(order: ModelOrder): string | null {
    if (order.status !== "PENDING") return "order_not_cancellable";
    if (order.ageSeconds < this.rules.cancelLockSeconds) return "cancel_too_early";
    this.#giveBack(order, "CANCELLED");
    return null;
  }

  finish(order: ModelOrder): string | null {
    if (order.status === "FINISHED") return null;
    if (order.status !== "RECEIVED") return "order_not_open";
    this.#close(order);
    return null;
  }

  resend(order: ModelOrder): string | null {
    if (order.status === "RECEIVED") order.awaitsAnother = true;
    return order.status === "PENDING" || order.status === "RECEIVED" ? null : "order_not_open";
  }

  advance(seconds: number): void {
    for (const order of this.orders) order.ageSeconds += seconds;
    const due = this.orders.filter(({ ageSeconds }) => ageSeconds >= this.rules.windowSeconds);
    due.filter(({ status }) => status === "PENDING").forEach((order) => this.#giveBack(order, "EXPIRED"));
    due.filter(({ status }) => status === "RECEIVED").forEach((order) => this.#close(order));
  }

  #giveBack(order: ModelOrder, status: "CANCELLED" | "EXPIRED"): void {
    this.held -= this.rules.priceMinor;
    this.spendable += this.rules.priceMinor;
    order.status = status;
    this.events.push(`order.${status.toLowerCase()}`);
  }

  #close(order: ModelOrder): void {
    order.status = "FINISHED";
    this.events.push("order.finished");
  }
}
