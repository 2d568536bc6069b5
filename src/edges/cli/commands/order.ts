import type { Command } from "commander";
import { inspectOrder } from "../../../domain/messages/inspect-order.ts";
import { formatMinor } from "../../../kit/money.ts";
import { addCommand, addGroup, does, type Cli } from "../command.ts";
import { whole } from "../parse.ts";
import { fields, table, time } from "../table.ts";

export function orderCommands(program: Command, cli: Cli): void {
  const group = addGroup(program, "order", "rents");
  const command = addCommand(
    group,
    "show",
    "an order with its money and its messages, whoever's it is",
    "order show 1234567890",
  )
    .argument("<order-id>", "as the API answers it", whole)
    .option("--reveal", "with texts and codes, which is recorded in the audit log");
  does(cli, command, async (session, { reveal }: { reveal?: boolean }, orderId: number) => {
    const looker = reveal ? { sealer: await session.sealer(), actor: session.actor } : null;
    const inspected = await inspectOrder(session, { orderId, looker });
    const { order, username, wallet, postings, messages } = inspected;
    const { codeSealed: _, walletId: _wallet, serviceId: _service, numberId: _number, ...shown } = order;
    return {
      data: {
        ...shown,
        username,
        accountId: wallet.accountId,
        mode: wallet.mode,
        currency: wallet.currency,
        postings,
        messages,
      },
      text: () => describe(inspected, Boolean(reveal)),
    };
  });
}

type Inspected = Awaited<ReturnType<typeof inspectOrder>>;

function describe({ order, username, wallet, postings, messages }: Inspected, revealed: boolean): string {
  const head = fields([
    ["order", order.orderId],
    ["status", order.status],
    ["account", `${username} (${wallet.accountId}), ${wallet.mode}`],
    ["key", order.keyId],
    ["service", order.service],
    ["number", order.number],
    ["country", `${order.country}, ${order.provider}`],
    ["pool", `${order.poolId} (${order.supplier})`],
    ["price", `${formatMinor(order.priceMinor)} ${wallet.currency}`],
    ["rented", time(order.createdAt)],
    ["expires", time(order.expiresAt)],
    ["closed", time(order.closedAt)],
  ]);
  const money = table(postings, [
    { title: "POSTING", of: (posting) => posting.kind },
    { title: "TIME", of: (posting) => time(posting.createdAt) },
    { title: "AMOUNT", of: (posting) => formatMinor(posting.amountMinor), align: "right" },
    { title: "FROM", of: (posting) => posting.debit },
    { title: "TO", of: (posting) => posting.credit },
  ]);
  const texts = revealed
    ? [
        { title: "CODE", of: (message: Inspected["messages"][0]) => message.code },
        { title: "TEXT", of: (message: Inspected["messages"][0]) => message.text ?? "(erased)" },
      ]
    : [];
  const received = table(messages, [
    { title: "MESSAGE", of: (message) => message.id, align: "right" },
    { title: "TIME", of: (message) => time(message.receivedAt) },
    {
      title: "STATE",
      of: (message) => (message.incomplete ? `${message.state}, incomplete` : message.state),
    },
    { title: "SENDER", of: (message) => message.sender },
    { title: "SERVICE", of: (message) => message.service },
    { title: "SOURCE", of: (message) => message.source },
    ...texts,
  ]);
  return [head, money, received || "No message has come."].join("\n\n");
}
