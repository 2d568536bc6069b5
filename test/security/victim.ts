import type { TestApp } from "../helpers/app.ts";
import { insertPasskey } from "../../src/domain/passkeys/sql.ts";
import { addTestMember, goodPassword } from "../helpers/browser.ts";
import { addCase } from "../helpers/cases.ts";
import { clientFor } from "../helpers/client.ts";
import { rent, send } from "../helpers/orders.ts";

/** An account with something of everything, none of which anybody else may see or change. */
export interface Victim {
  accountId: number;
  liveKey: string;
  orderId: string;
  number: string;
  /** Ids by the route (under /dashboard/api/) or the field that takes them. */
  ids: Record<string, string>;
  /** What nobody else may be shown. */
  secrets: string[];
  /** Everything stored about it. */
  things(): Promise<unknown>;
}

export async function createVictim(app: TestApp): Promise<Victim> {
  const { accountId, username, liveKey, testKey } = await app.account(1_000_000);
  const client = clientFor(app, testKey);
  const order = await rent(client);
  await send(client, order, "4711-canary is your WhatsApp code");
  const owner = await addTestMember(app, accountId, "owner");
  const viewer = await addTestMember(app, accountId, "viewer");
  const browser = await owner.signIn();
  const key = { name: "canary-key", password: goodPassword };
  const { id: keyId } = (await browser.post("keys", key)).body.data as { id: number };
  const invited = await browser.post("team/invitations", { email: "canary@example.com", role: "viewer" });
  const { id: invitationId } = invited.body.data as { id: number };
  const sessions = (await browser.get("sessions")).body.data as { id: number; current: boolean }[];
  return {
    accountId,
    liveKey,
    orderId: order.order_id,
    number: order.number,
    ids: {
      order_id: order.order_id,
      to: order.number,
      "keys/:id": String(keyId),
      "team/:id": String(viewer.id),
      "team/invitations/:id": String(invitationId),
      "passkeys/:id": String(await addPasskey(app, viewer.id)),
      "cases/:id/appeal": String(await addCase(app, accountId, order.number)),
      "sessions/:id": String(sessions.find(({ current }) => current)?.id),
    },
    secrets: [username, owner.username, viewer.username, order.order_id, order.number, "canary"],
    things: () => thingsOf(app, accountId),
  };
}

/** As if a browser had created it. */
async function addPasskey({ db, clock }: TestApp, memberId: number): Promise<number> {
  const credential = { credentialId: `canary-${memberId}`, publicKey: Buffer.alloc(0), signCount: 0 };
  const passkey = { ...credential, memberId, transports: [], name: "canary-passkey", synced: false };
  const id = await db.transaction((tx) => insertPasskey(tx, passkey, clock.now()));
  return id as number;
}

async function thingsOf(app: TestApp, accountId: number): Promise<unknown> {
  const [row] = await app.db.rows<{ things: unknown }>(
    `with w as (select id from wallets where account_id = $1), m as (select id from members where account_id = $1),
       o as (select order_id from orders where wallet_id in (select id from w))
     select jsonb_build_object(
       'account', (select to_jsonb(x) from accounts x where id = $1),
       'wallets', (select jsonb_agg(to_jsonb(x) order by x.id) from wallets x where account_id = $1),
       'orders', (select jsonb_agg(to_jsonb(x) order by x.seq) from orders x where wallet_id in (select id from w)),
       'messages', (select jsonb_agg(to_jsonb(x) order by x.id) from messages x where order_id in (select order_id from o)),
       'keys', (select jsonb_agg(to_jsonb(x) - 'last_used_at' - 'last_used_ip' order by x.id) from api_keys x
         where wallet_id in (select id from w)),
       'members', (select jsonb_agg(to_jsonb(x) order by x.id) from members x where account_id = $1),
       'sessions', (select jsonb_agg(x.id order by x.id) from sessions x where member_id in (select id from m)),
       'passkeys', (select jsonb_agg(to_jsonb(x) order by x.id) from passkeys x where member_id in (select id from m)),
       'cases', (select jsonb_agg(to_jsonb(x) order by x.id) from abuse_reports x where account_id = $1),
       'invitations', (select jsonb_agg(to_jsonb(x) order by x.id) from invitations x where account_id = $1)) as things`,
    [accountId],
  );
  return row?.things;
}
