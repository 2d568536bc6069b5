import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { Health } from "#answers/operator/system.ts";
import { auditHealth as texts } from "../../../texts/cases.ts";
import { operator as operatorTexts } from "../../../texts/operator.ts";
import { t } from "../../../texts/t.ts";
import { Light } from "../../../ui/Light.tsx";
import { span } from "../../../ui/format.ts";
import { CheckLights } from "./CheckLights.tsx";

export function healthFacts(health: Health): [string, ReactNode][] {
  const { database, smtp, encryption, encryption_key: key, checks, hints } = health;
  const light = (key: string, state: "good" | "bad" | "idle", text: string): ReactNode => (
    <Light key={key} state={state} text={text} />
  );
  const answers = `PostgreSQL ${database.version}, ${operatorTexts.answersIn(database.milliseconds)}`;
  return [
    [operatorTexts.database, light("database", database.ok ? "good" : "bad", answers)],
    [
      operatorTexts.hints,
      light("hints", hints ? "good" : "bad", hints ? operatorTexts.hintsOn : operatorTexts.hintsOff),
    ],
    [
      operatorTexts.mail,
      light("mail", smtp ? "good" : "idle", smtp ? operatorTexts.on : operatorTexts.mailOff),
    ],
    [
      operatorTexts.encryption,
      encryption
        ? light("encryption", "good", operatorTexts.keyFrom[key] ?? key)
        : light("encryption", "bad", operatorTexts.keyWrong),
    ],
    [texts.title, <AuditLight key="audit" audit={health.audit} />],
    [texts.cases, <CasesLight key="cases" cases={health.cases} />],
    [operatorTexts.checks, <CheckLights key="checks" checks={checks} />],
    [operatorTexts.migrations, health.migrations.at(-1) ?? t.common.none],
    [operatorTexts.node, health.node],
    [operatorTexts.uptime, span(health.uptime_seconds)],
    [operatorTexts.memory, `${health.memory_mb} MB`],
  ];
}

/** Whether the newest part of the audit log is as it was written. */
function AuditLight({ audit: { since, entries, complete, faults } }: Pick<Health, "audit">) {
  const [fault] = faults;
  const detail = fault ?? (complete ? texts.good(entries, since) : texts.partly(entries));
  return (
    <>
      {fault === undefined ? (
        <Light state="good" text={texts.unchanged} />
      ) : (
        <Light state="bad" text={texts.changed} />
      )}
      <Text size="xs" c="dimmed">
        {detail}
      </Text>
    </>
  );
}

/** Whether a day has passed that a reporter or a customer counts on. */
function CasesLight({ cases: { late_reports: late, notices_due: due } }: Pick<Health, "cases">) {
  return late + due > 0 ? (
    <Light state="bad" text={texts.late(late, due)} />
  ) : (
    <Light state="good" text={texts.casesGood} />
  );
}
