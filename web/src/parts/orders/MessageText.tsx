import { Text } from "@mantine/core";
import type { OperatorMessage } from "#answers/operator/messages.ts";
import { operator as operatorTexts } from "../../texts/operator.ts";
import { t } from "../../texts/t.ts";

/** A text, only on request. */
export function MessageText({ message }: { message: OperatorMessage }) {
  if (message.text === undefined)
    return (
      <Text c="dimmed" fs="italic">
        {operatorTexts.hidden}
      </Text>
    );
  return (
    <Text style={{ overflowWrap: "anywhere" }}>
      {message.text ?? t.rent.erased}
      {message.incomplete && (
        <Text span size="xs" c="dimmed" ml={6}>
          ({t.rent.incomplete})
        </Text>
      )}
      {message.code && (
        <Text span fw={700} className="mono" ml={6}>
          {message.code}
        </Text>
      )}
    </Text>
  );
}
