import { Group, Text } from "@mantine/core";
import type { Registered, RegisterFault } from "#answers/operator/register.ts";
import { register as texts } from "../../../texts/register.ts";
import { t } from "../../../texts/t.ts";
import { Flag } from "../../../ui/Flag.tsx";
import { Light } from "../../../ui/Light.tsx";
import { Time } from "../../../ui/Time.tsx";
import type { Column } from "../../../ui/column.ts";
import { PhoneNumber } from "../../../ui/PhoneNumber.tsx";

export const registerColumns: Column<Registered>[] = [
  {
    title: texts.number,
    nowrap: true,
    cell: ({ number, country }) => (
      <Group gap={8} wrap="nowrap">
        <Flag country={country} size={18} />
        <span className="mono">
          <PhoneNumber digits={number} />
        </span>
      </Group>
    ),
  },
  {
    title: texts.owner,
    cell: ({ owner, legal_basis: basis }) =>
      owner === null ? (
        <Light state="idle" text={texts.missing} />
      ) : (
        <>
          {owner}
          <Text size="xs" c="dimmed">
            {basis}
          </Text>
        </>
      ),
  },
  { title: texts.reference, wide: true, cell: ({ reference }) => reference ?? t.common.none },
  { title: texts.since, wide: true, nowrap: true, cell: ({ since }) => since ?? t.common.none },
  {
    title: texts.sale,
    cell: ({ out_as: out, out_since: at, out_reason: reason }) =>
      out === null || at === null ? (
        <Light state="good" text={texts.inSale} />
      ) : (
        <>
          <Light state={out === "retired" ? "idle" : "bad"} text={texts.out[out]} />
          <Text size="xs" c="dimmed" component="div">
            <Time at={at} /> {reason}
          </Text>
        </>
      ),
  },
];

export const faultColumns: Column<RegisterFault>[] = [
  { title: texts.line, right: true, cell: ({ line }) => line },
  { title: texts.number, cell: ({ number }) => <span className="mono">{number}</span> },
  { title: texts.problem, cell: ({ reason }) => reason },
];
