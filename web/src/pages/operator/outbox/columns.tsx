import { Group } from "@mantine/core";
import type { Letter } from "#answers/operator/system.ts";
import { operator as operatorTexts } from "../../../texts/operator.ts";
import { t } from "../../../texts/t.ts";
import { Light } from "../../../ui/Light.tsx";
import { RowButton } from "../../../ui/RowButton.tsx";
import { Time } from "../../../ui/Time.tsx";
import type { Column } from "../../../ui/column.ts";

export const letterColumns = (
  onRead: (letter: Letter) => void,
  onDismiss: (letter: Letter) => void,
): Column<Letter>[] => [
  { title: operatorTexts.to, cell: ({ to }) => to },
  { title: operatorTexts.mailSubject, wide: true, cell: ({ subject }) => subject },
  { title: t.wallet.time, wide: true, cell: ({ created_at: at }) => <Time at={at} /> },
  {
    title: operatorTexts.state,
    cell: ({ state, sent_at: at, error }) => {
      if (state === "waiting" && error) return <Light state="bad" text={error} />;
      const text = operatorTexts.letterStates[state] ?? state;
      if (at === null) return <Light state="idle" text={text} />;
      return (
        <>
          {text} <Time at={at} />
        </>
      );
    },
  },
  {
    title: t.common.actions,
    right: true,
    cell: (letter) => (
      <Group gap={6} justify="flex-end">
        {letter.text !== null && <RowButton text={operatorTexts.read} onClick={() => onRead(letter)} />}
        {(letter.state === "waiting" || letter.state === "void") && (
          <RowButton
            text={operatorTexts.dismiss}
            label={operatorTexts.dismissTo(letter.to)}
            onClick={() => onDismiss(letter)}
          />
        )}
      </Group>
    ),
  },
];
