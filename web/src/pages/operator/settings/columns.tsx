import { Text } from "@mantine/core";
import type { Health } from "#answers/operator/system.ts";
import { operator as operatorTexts } from "../../../texts/operator.ts";
import { t } from "../../../texts/t.ts";
import { Light } from "../../../ui/Light.tsx";
import type { Column } from "../../../ui/column.ts";

type Setting = Health["settings"][number];

export const settingColumns: Column<Setting>[] = [
  {
    title: operatorTexts.setting,
    cell: ({ name, about }) => (
      <>
        <span className="mono">{name}</span>
        <Text size="xs" c="dimmed">
          {about}
        </Text>
      </>
    ),
  },
  {
    title: operatorTexts.value,
    cell: ({ value }) => (
      <span className="mono" style={{ overflowWrap: "anywhere" }}>
        {value === "" ? t.common.none : value}
      </span>
    ),
  },
  {
    title: operatorTexts.origin,
    wide: true,
    cell: ({ value, default: fallback }) =>
      value === fallback ? (
        <Text c="dimmed">{operatorTexts.isDefault}</Text>
      ) : (
        <Light state="good" text={operatorTexts.isSet(fallback)} />
      ),
  },
];
