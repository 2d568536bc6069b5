import type { SideOfCase } from "../../domain/cases/abuse/read-case.ts";
import { caseName, type Report } from "../../domain/cases/abuse/report.ts";
import type { SideOfCase as Shown } from "./answers/cases.ts";
import { timeOrNull } from "./show.ts";

type CaseFields = Omit<Shown, "may_appeal" | "steps" | "created_at" | "due_at">;

const showFields = (report: Omit<Report, "accountId" | "createdAt" | "dueAt">): CaseFields => ({
  id: report.id,
  name: caseName(report.id),
  category: report.category,
  number: report.number,
  happened_at: timeOrNull(report.happenedAt),
  state: report.state,
  outcome: report.outcome,
  decided_at: timeOrNull(report.decidedAt),
  appeal_until: timeOrNull(report.appealUntil),
});

export const showCaseFields = (
  report: Omit<Report, "accountId">,
): CaseFields & { created_at: string; due_at: string } => ({
  ...showFields(report),
  created_at: report.createdAt.toISOString(),
  due_at: report.dueAt.toISOString(),
});

export const showSide = ({ entries, mayAppeal, ...report }: SideOfCase): Shown => ({
  ...showFields(report),
  created_at: timeOrNull(report.createdAt),
  due_at: timeOrNull(report.dueAt),
  may_appeal: mayAppeal,
  steps: entries.map(({ at, ...entry }) => ({ at: at.toISOString(), ...entry })),
});
