import type { Letter } from "../../mail/letter.ts";
import { caseName, type Outcome } from "./report.ts";

// Nothing that a reporter wrote is in any letter: it could be sent to anybody, by anybody.

type Text = Omit<Letter, "to">;

const day = (at: Date): string => at.toISOString().slice(0, 10);

const told: Record<Outcome, string> = {
  number_retired: "The number was taken out of our service.",
  account_suspended: "The account of the customer concerned was suspended.",
  nothing: "We do nothing about it.",
};

const toldCustomer: Record<Outcome, string> = {
  number_retired: "The number was taken out of our service.",
  account_suspended: "Your account is suspended: it can be read, and nothing can be rented with it.",
  nothing: "Nothing changes for you.",
};

export const receivedLetter = (id: number, link: string, dueAt: Date): Text => ({
  subject: `Your report ${caseName(id)} was received`,
  text: `Hello,\n\nwe received your report; its case number is ${caseName(id)}. We decide by ${day(dueAt)}. Follow the case with this link, which is only for you:\n\n${link}\n\nIf you reported nothing, ignore this letter.\n`,
});

export const decidedLetter = (
  id: number,
  {
    outcome,
    reasons,
    appealUntil,
    link,
  }: { outcome: Outcome; reasons: string; appealUntil: Date | null; link: string },
): Text => ({
  subject: `Your report ${caseName(id)} was decided`,
  text: `Hello,\n\nyour report ${caseName(id)} was decided. ${told[outcome]}\n\nReasons: ${reasons}\n\n${appealUntil === null ? "You have appealed, so this decision is final. The case" : `If you disagree, appeal by ${day(appealUntil)}`}:\n\n${link}\n`,
});

export const customerLetter = (
  id: number,
  {
    number,
    outcome,
    reasons,
    appealUntil,
    address,
  }: { number: string; outcome: Outcome; reasons: string; appealUntil: Date | null; address: string },
): Text => ({
  subject: `A decision about the number +${number} (case ${caseName(id)})`,
  text: `Hello,\n\nthe use of the number +${number}, which your account had, was reported to us. ${toldCustomer[outcome]}\n\nReasons: ${reasons}\n\n${appealUntil === null ? "You have appealed, so this decision is final" : `If you disagree, sign in and appeal by ${day(appealUntil)}`}: ${address}/cases\n`,
});

export const waitingLetter = (id: number, dueAt: Date, address: string): Text => ({
  subject: `Case ${caseName(id)} waits for a decision`,
  text: `Hello,\n\ncase ${caseName(id)} waits for a decision until ${day(dueAt)}: ${address}/operator/reports/${id}\n`,
});
