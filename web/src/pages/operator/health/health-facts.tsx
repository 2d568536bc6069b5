import type { ReactNode } from "react";
import type { Health } from "#answers/operator/system.ts";
import { t } from "../../../texts/t.ts";
import { Light } from "../../../ui/Light.tsx";
import { span } from "../../../ui/format.ts";
import { CheckLights } from "./CheckLights.tsx";

export function healthFacts(health: Health): [string, ReactNode][] {
  const { database, smtp, encryption, encryption_key: key, checks, hints } = health;
  const light = (key: string, state: "good" | "bad" | "idle", text: string): ReactNode => (
    <Light key={key} state={state} text={text} />
  );
  const answers = `PostgreSQL ${database.version}, ${t.operator.answersIn(database.milliseconds)}`;
  return [
    [t.operator.database, light("database", database.ok ? "good" : "bad", answers)],
    [
      t.operator.hints,
      light("hints", hints ? "good" : "bad", hints ? t.operator.hintsOn : t.operator.hintsOff),
    ],
    [t.operator.mail, light("mail", smtp ? "good" : "idle", smtp ? t.operator.on : t.operator.mailOff)],
    [
      t.operator.encryption,
      encryption
        ? light("encryption", "good", t.operator.keyFrom[key] ?? key)
        : light("encryption", "bad", t.operator.keyWrong),
    ],
    [t.operator.checks, <CheckLights key="checks" checks={checks} />],
    [t.operator.migrations, health.migrations.at(-1) ?? t.common.none],
    [t.operator.node, health.node],
    [t.operator.uptime, span(health.uptime_seconds)],
    [t.operator.memory, `${health.memory_mb} MB`],
  ];
}
