import { familyOf, type Family, type ServiceName, type Text } from "./texts.ts";

/** An order in the model. */
export interface ModelOrder {
  id: number;
  renter: number;
  service: ServiceName;
  number: string;
  createdAt: number;
  closedAt: number | null;
  /** When its renter last saw one of its messages. */
  readAt: number | null;
}

interface Use {
  number: string;
  family: Family;
  renter: number;
  at: number;
}

export interface Rules {
  quarantineSeconds: number;
  reuseSeconds: number;
  wholeRestSeconds: number;
}

const lateSeconds = 86_400;

/**
 * Everything there is to know about one history: who rented what when, and who read what. It decides what may happen
 * next, in sentences as close to the requirements as possible, and knows nothing about how the program does it.
 */
export class Ledger {
  readonly orders: ModelOrder[] = [];
  private readonly uses: Use[] = [];
  private readonly rules: Rules;

  constructor(rules: Rules) {
    this.rules = rules;
  }

  familyOf({ service }: Pick<ModelOrder, "service">): Family {
    return familyOf[service];
  }

  open(number: string): ModelOrder[] {
    return this.orders.filter((order) => order.number === number && order.closedAt === null);
  }

  /** Why a number must not be rented for the service now; null: it may be, and nothing prevents it. */
  objectionTo(number: string, service: ServiceName, now: number): string | null {
    const family = familyOf[service];
    const { quarantineSeconds, reuseSeconds, wholeRestSeconds } = this.rules;
    const isWhole = family === "whole";
    for (const order of this.orders.filter((one) => one.number === number)) {
      const other = this.familyOf(order);
      if (other !== family && other !== "whole" && !isWhole) continue;
      if (order.closedAt === null) return `order ${order.id} is open`;
      const isRead = other === "whole" && order.readAt !== null;
      const until = isRead
        ? Math.max(order.closedAt, order.readAt ?? 0) + wholeRestSeconds
        : order.closedAt + reuseSeconds;
      if (until > now) return `it rests after order ${order.id}`;
    }
    const used = this.uses.find(
      (use) =>
        use.number === number && (isWhole || use.family === family) && use.at + quarantineSeconds > now,
    );
    return used ? `renter ${used.renter} used it for ${used.family}` : null;
  }

  rented(order: Omit<ModelOrder, "closedAt" | "readAt">): void {
    this.orders.push({ ...order, closedAt: null, readAt: null });
  }

  /** Others who read something on the number that the message, or the order's family, could be about. */
  private othersWith(families: Family[], order: ModelOrder, now: number): Use[] {
    const since = now - this.rules.quarantineSeconds;
    return this.uses.filter(
      (use) =>
        use.number === order.number &&
        use.renter !== order.renter &&
        use.at > since &&
        (families.includes(use.family) || use.family === this.familyOf(order)),
    );
  }

  /** Why it is wrong that this order's renter got the message; null: it is right. */
  objectionToReading(order: ModelOrder, text: Text, now: number): string | null {
    const others = this.othersWith(text.about, order, now);
    if (others.length > 0) return `renter ${others[0]?.renter} could have the account`;
    if (order.closedAt !== null && order.closedAt + lateSeconds <= now) return "the order closed long ago";
    const isNamed = (text.names as string[]).includes(order.service) || text.signsIn.includes(order.service);
    if (text.names.length > 0 && !isNamed && order.service !== "other") return "it names another service";
    const rivals = this.open(order.number).filter((one) => one !== order && this.couldTake(one, text));
    if (rivals.length > 0) return `order ${rivals[0]?.id} could be meant as well`;
    if (order.closedAt === null) return null;
    if (this.isSucceeded(order)) return "somebody else has had the number for its family since";
    const ended = this.orders.filter(
      (one) =>
        one.number === order.number &&
        one.closedAt !== null &&
        one.closedAt + lateSeconds > now &&
        one.createdAt + 2 * lateSeconds > now && // No window is longer than a day; time may jump here, and close it late.
        !this.isSucceeded(one),
    );
    return text.names.length === 0 && ended.length > 1 ? "it could be for any of several that ended" : null;
  }

  /**
   * Whether somebody else rented the number for the order's family, or either of them rented it as a whole, after the
   * order had closed.
   */
  private isSucceeded(order: ModelOrder): boolean {
    const family = this.familyOf(order);
    return this.orders.some((one) => {
      const other = this.familyOf(one);
      return (
        order.closedAt !== null &&
        one.number === order.number &&
        one.renter !== order.renter &&
        one.createdAt >= order.closedAt &&
        (other === family || other === "whole" || family === "whole")
      );
    });
  }

  private couldTake(order: ModelOrder, text: Text): boolean {
    return text.names.length === 0 || (text.names as string[]).includes(order.service);
  }

  /** The order that must get the message: the only one that could be meant, if nobody else could have the account. */
  entitledTo(number: string, text: Text, now: number): ModelOrder | null {
    const [order, ...others] = this.open(number).filter((one) => this.couldTake(one, text));
    if (!order || others.length > 0) return null;
    return this.othersWith(text.about, order, now).length === 0 ? order : null;
  }

  read(order: ModelOrder, text: Text, now: number): void {
    order.readAt = now;
    for (const family of new Set([...text.about, this.familyOf(order)]))
      this.uses.push({ number: order.number, family, renter: order.renter, at: now });
  }

  /** The last use of a number for a family, and the last by anybody other than its user. */
  lastUses(): Map<string, { renter: number; at: number; othersAt: number | null }> {
    const last = new Map<string, { renter: number; at: number; othersAt: number | null }>();
    for (const [key, uses] of Map.groupBy(this.uses, ({ number, family }) => `${number} ${family}`)) {
      const { renter, at } = uses.at(-1) as Use;
      const others = uses.filter((use) => use.renter !== renter).map((use) => use.at);
      last.set(key, { renter, at, othersAt: others.length > 0 ? Math.max(...others) : null });
    }
    return last;
  }
}
