import { Text } from "@mantine/core";
import type { OperatorMessage } from "#answers/operator/messages.ts";
import { operator as operatorTexts } from "../../../texts/operator.ts";
import { t } from "../../../texts/t.ts";
import { RowButton } from "../../../ui/RowButton.tsx";
import { Time } from "../../../ui/Time.tsx";
import type { Column } from "../../../ui/column.ts";
import { PhoneNumber } from "../../../ui/PhoneNumber.tsx";
import { MessageText } from "../../../parts/orders/MessageText.tsx";

export const messageColumns = (onAssign: (message: OperatorMessage) => void): Column<OperatorMessage>[] => [
  {
    title: t.orders.number,
    nowrap: true,
    cell: ({ number, sender, state, reason }) => (
      <>
        <span className="mono">
          <PhoneNumber digits={number} />
        </span>
        <Text size="xs" c="dimmed">
          {operatorTexts.sender} {sender}
        </Text>
        <Text size="xs" className="phone-only" style={{ whiteSpace: "normal" }}>
          {operatorTexts.reasons[reason ?? state] ?? reason ?? state}
        </Text>
      </>
    ),
  },
  { title: operatorTexts.text, cell: (message) => <MessageText message={message} /> },
  {
    title: operatorTexts.why,
    wide: true,
    cell: ({ state, reason, service, service_name: name = service }) => (
      <>
        {operatorTexts.reasons[reason ?? state] ?? reason ?? state}
        {name && (
          <Text size="xs" c="dimmed">
            {name}
          </Text>
        )}
      </>
    ),
  },
  { title: operatorTexts.source, wide: true, cell: ({ source }) => source },
  { title: operatorTexts.received, wide: true, cell: ({ received_at: at }) => <Time at={at} relative /> },
  {
    title: t.common.actions,
    right: true,
    cell: (message) =>
      message.order_id === null ? (
        <RowButton text={operatorTexts.assign} onClick={() => onAssign(message)} />
      ) : (
        <span className="mono">{message.order_id}</span>
      ),
  },
];
