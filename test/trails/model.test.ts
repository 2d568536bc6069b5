import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { expireDue } from "../../src/domain/orders/expire.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { assertBooks } from "../helpers/books.ts";
import { payIn } from "../helpers/credit.ts";
import { clientFor, rentBody, type Answer, type Client } from "../helpers/client.ts";
import { addSource, stock } from "../helpers/stock.ts";
import { until } from "../helpers/until.ts";
import { WalletModel, type ModelOrder } from "../helpers/wallet-model.ts";

const rules = {
  priceMinor: 45_000,
  lowBalanceMinor: 50_000,
  windowSeconds: 1200,
  cancelLockSeconds: 120,
  maxOpenOrders: 3,
};
const settings = {
  CANCEL_LOCK_SECONDS: String(rules.cancelLockSeconds),
  MAX_OPEN_ORDERS: String(rules.maxOpenOrders),
  REUSE_SECONDS: "86400", // A number serves one order per run: its late messages belong to nobody else.
};
const orderRules = {
  activationSeconds: rules.windowSeconds,
  cancelLockSeconds: rules.cancelLockSeconds,
  maxOpenOrders: rules.maxOpenOrders,
  maxMessages: 100,
  quarantineSeconds: 86_400,
  reuseSeconds: 86_400,
  supplierSeconds: 10,
  wholeRestSeconds: 0,
  triesPerPool: 0,
  rentsPerOpenOrder: 0,
  addressFactor: 0,
  leastCodesPercent: 0,
  sanctioned: [],
  standing: {
    termsVersion: "2026-11",
    termsDays: 0,
    tierOpenOrders: { none: 0, email: 0, verified: 0, business: 0 },
    tierSpendMinor: { none: 0, email: 0, verified: 0, business: 0 },
    newAccountHours: 0,
  },
};

let app: TestApp;
let source: Awaited<ReturnType<typeof addSource>>;
before(async () => {
  app = await startTestApp(settings);
  await stock(app, 5000);
  source = await addSource(app);
});
after(() => app.close());

/** The real wallet of a run: that of a new account. */
interface Real {
  client: Client;
  accountId: number;
  walletId: number;
  orders: { order_id: string; number: string; key: string }[];
  messages: Record<string, string>[];
}

/** An operation applied to both; afterwards both are equal. `place` picks one of the existing orders. */
abstract class Deed implements fc.AsyncCommand<WalletModel, Real> {
  readonly place: number;

  constructor(place: number) {
    this.place = place;
  }
  check({ orders }: Readonly<WalletModel>): boolean {
    return orders.length > 0;
  }
  abstract perform(model: WalletModel, real: Real): Promise<void>;

  async run(model: WalletModel, real: Real): Promise<void> {
    await this.perform(model, real);
    await compare(model, real);
  }
  toString(): string {
    return `${this.constructor.name}(${this.place})`;
  }
  pick(model: WalletModel, real: Real): [ModelOrder, Real["orders"][number]] {
    const place = this.place % model.orders.length;
    return [model.orders[place] as ModelOrder, real.orders[place] as Real["orders"][number]];
  }
}

let keys = 0;

class Rent extends Deed {
  override check(): boolean {
    return true;
  }
  async perform(model: WalletModel, real: Real): Promise<void> {
    const key = `model-${++keys}`;
    const answer = await real.client.post("/rent", rentBody(), { "idempotency-key": key });
    expectCode(answer, model.rent());
    if (answer.status === 200)
      real.orders.push({ ...(answer.body.data as { order_id: string; number: string }), key });
  }
}
class RepeatRent extends Deed {
  async perform(model: WalletModel, real: Real): Promise<void> {
    const [, { order_id: id, key }] = this.pick(model, real);
    const answer = await real.client.post("/rent", rentBody(), { "idempotency-key": key });
    assert.equal((answer.body.data as { order_id: string }).order_id, id);
  }
}
class Message extends Deed {
  async perform(model: WalletModel, real: Real): Promise<void> {
    const [order, { number }] = this.pick(model, real);
    const id = `model ${++keys}`;
    const message = { id, to: number, from: "WhatsApp", text: `Your WhatsApp code: 123-456 (${id})` };
    model.message(order);
    real.messages.push(message);
    assert.equal((await source.send(message)).status, 200);
  }
}
class RepeatMessage extends Deed {
  async perform(_model: WalletModel, real: Real): Promise<void> {
    const message = real.messages[this.place % real.messages.length];
    if (message) assert.equal((await source.send(message)).status, 200);
  }
}
class Cancel extends Deed {
  async perform(model: WalletModel, real: Real): Promise<void> {
    const [order, { order_id: id }] = this.pick(model, real);
    expectCode(await real.client.post("/cancel", { order_id: id }), model.cancel(order));
  }
}
class Finish extends Deed {
  async perform(model: WalletModel, real: Real): Promise<void> {
    const [order, { order_id: id }] = this.pick(model, real);
    expectCode(await real.client.post("/finish", { order_id: id }), model.finish(order));
  }
}
class Resend extends Deed {
  async perform(model: WalletModel, real: Real): Promise<void> {
    const [order, { order_id: id }] = this.pick(model, real);
    expectCode(await real.client.post("/resend", { order_id: id }), model.resend(order));
  }
}
/** Not a divisor of any limit, so that the milliseconds of the test itself never matter. */
const stepSeconds = 700;

class Advance extends Deed {
  async perform(model: WalletModel): Promise<void> {
    model.advance(stepSeconds);
    app.clock.advance(stepSeconds);
    await expireDue({ db: app.db, clock: app.clock, rules: orderRules });
    // The app's own job may be processing some of them.
    const due = (): Promise<unknown[]> =>
      app.db.rows(`select 1 from orders where status in ('PENDING', 'RECEIVED') and expires_at <= $1`, [
        app.clock.now(),
      ]);
    await until(due, (rows) => rows.length === 0);
  }
}
class Credit extends Deed {
  override check(): boolean {
    return true;
  }
  async perform(model: WalletModel, { accountId }: Real): Promise<void> {
    const amountMinor = (1 + (this.place % 3)) * 30_000;
    model.credit(amountMinor);
    await payIn(app, accountId, amountMinor);
  }
}

function expectCode(answer: Answer, code: string | null): void {
  assert.equal(answer.status === 200 ? null : answer.body.code, code, answer.text);
}

async function compare(model: WalletModel, { walletId }: Real): Promise<void> {
  const [wallet] = await app.db.rows(
    `select spendable_minor as spendable, held_minor as held, revenue_minor as revenue from wallets where id = $1`,
    [walletId],
  );
  const { spendable, held, revenue } = model;
  assert.deepEqual(wallet, { spendable, held, revenue });
  const orders = await app.db.rows(
    `select status, message_count as messages, resend_at is not null as "awaitsAnother" from orders where wallet_id = $1 order by seq`,
    [walletId],
  );
  assert.deepEqual(
    orders,
    model.orders.map(({ status, messages, awaitsAnother }) => ({ status, messages, awaitsAnother })),
  );
  const events = await app.db.rows<{ type: string }>(
    `select type from events where wallet_id = $1 order by seq`,
    [walletId],
  );
  assert.deepEqual(
    events.map(({ type }) => type),
    model.events,
  );
}

async function setUp(): Promise<{ model: WalletModel; real: Real }> {
  const { accountId, liveKey } = await app.account();
  const [wallet] = await app.db.rows<{ id: number }>(
    `select id from wallets where account_id = $1 and mode = 'live'`,
    [accountId],
  );
  const client = clientFor(app, liveKey);
  const real = { client, accountId, walletId: wallet?.id ?? 0, orders: [], messages: [] };
  return { model: new WalletModel(rules), real };
}

test("wallet and orders do what a model of sixty lines does, whatever is done in whatever order", async () => {
  const deeds = [Credit, Rent, Rent, Message, RepeatMessage, RepeatRent, Cancel, Finish, Resend, Advance];
  const commands = fc.commands(
    deeds.map((Kind) => fc.nat(20).map((place) => new Kind(place))),
    { maxCommands: 40, size: "max" },
  );
  await fc.assert(
    fc.asyncProperty(commands, (chosen) => fc.asyncModelRun(setUp, chosen)),
    { numRuns: 60, verbose: 1 }, // fast-check prints the seed with a failure
  );
  await assertBooks(app.db);
  // Orders that are open here end in the following runs, because they share the clock; except for the last ones.
  const outcomes = await app.db.rows<{ status: string }>(`select distinct status from orders`);
  for (const status of ["CANCELLED", "EXPIRED", "FINISHED"])
    assert.ok(
      outcomes.some((outcome) => outcome.status === status),
      `no order was ${status}`,
    );
});
