import { Text } from "@mantine/core";
import type { Health } from "#answers/operator/system.ts";
import { t } from "../../../texts/t.ts";
import { Light } from "../../../ui/Light.tsx";
import type { Column } from "../../../ui/column.ts";

type Setting = Health["settings"][number];

export const settingColumns: Column<Setting>[] = [
  {
    title: t.operator.setting,
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
    title: t.operator.value,
    cell: ({ value }) => (
      <span className="mono" style={{ overflowWrap: "anywhere" }}>
        {value === "" ? t.common.none : value}
      </span>
    ),
  },
  {
    title: t.operator.origin,
    wide: true,
    cell: ({ value, default: fallback }) =>
      value === fallback ? (
        <Text c="dimmed">{t.operator.isDefault}</Text>
      ) : (
        <Light state="good" text={t.operator.isSet(fallback)} />
      ),
  },
];
