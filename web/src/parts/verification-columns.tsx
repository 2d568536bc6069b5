import { Text } from "@mantine/core";
import type { Verification } from "#answers/standing.ts";
import { standing as texts } from "../texts/standing.ts";
import { t } from "../texts/t.ts";
import { Light } from "../ui/Light.tsx";
import { Time } from "../ui/Time.tsx";
import type { Column } from "../ui/column.ts";

const looks = {
  accepted: { state: "good", text: texts.acceptedState },
  declined: { state: "bad", text: texts.declinedState },
  waiting: { state: "idle", text: texts.waiting },
} as const;

/** Requests to be known better. */
export const verificationColumns: Column<Verification>[] = [
  { title: texts.asked, wide: true, cell: ({ asked_at: at }) => <Time at={at} /> },
  { title: texts.tier, cell: ({ tier }) => texts.tiers[tier] },
  { title: texts.state, cell: ({ decision }) => <Light {...looks[decision ?? "waiting"]} /> },
  {
    title: t.common.reason,
    wide: true,
    cell: ({ reason }) => <Text>{reason ?? ""}</Text>,
  },
];
