import { secondsAfter } from "../../../kit/clock.ts";
import { invalid } from "../../../kit/errors.ts";
import type { Sealer } from "../../../kit/seal.ts";
import { newToken, sha256 } from "../../../kit/secrets.ts";
import { recordAction } from "../../audit/record-action.ts";
import { postLetter } from "../../mail/post-letter.ts";
import { mayWrite } from "../../members/limit-letters.ts";
import { isEmail } from "../../members/member.ts";
import { linkTo } from "../../members/send-link.ts";
import { readDigits } from "../../numbers/written-number.ts";
import { countAttempt, type Limit } from "../../sessions/attempt.ts";
import { markOfNetwork } from "../../sessions/mark.ts";
import { daySeconds, type CaseDeps } from "../rules.ts";
import { receivedLetter } from "./letters.ts";
import { noteEntry } from "./note-entry.ts";
import { caseName, type Category } from "./report.ts";
import { sealContact } from "./sealed-case.ts";
import { insertReport, nextReportId } from "./sql.ts";
import { tellMailbox } from "./tell-mailbox.ts";

export interface ReportInput {
  /** As people write it. */
  number: string;
  category: Category;
  text: string;
  happenedAt: Date | null;
  /** Where the reporter wants to read of it; null: only on the case's page. */
  email: string | null;
  /** Where the form was sent from; null: the operator enters what came by mail. */
  address: string | null;
  actor: string;
}

export interface Receipt {
  id: number;
  name: string;
  /** The token of the link to the case's page. */
  token: string;
  link: string;
  dueAt: Date;
}

const perHour = { most: 5, seconds: 3600 };
const perDay = { most: 20, seconds: daySeconds };

/**
 * Opens a case about the misuse of a number. The answer is the same whether or not the number is or was ours: nothing
 * is looked up. Refuses `invalid_request` and `locked` (too many from the same address or network).
 */
export async function fileReport(deps: CaseDeps, input: ReportInput): Promise<Receipt> {
  const { category, happenedAt, email, actor } = input;
  const number = readNumber(input.number);
  const text = input.text.trim();
  if (text.length < 10) throw invalid("text", "Say in at least 10 characters what happened.");
  if (email !== null && !isEmail(email))
    throw invalid("email", `"${email.slice(0, 100)}" is not an e-mail address.`);
  const at = deps.clock.now();
  if (happenedAt && happenedAt > secondsAfter(at, daySeconds))
    throw invalid("happened_at", "happened_at is in the future.");
  const dueAt = secondsAfter(at, deps.caseRules.decisionDays * daySeconds);
  const token = newToken("zr_");
  const link = linkTo(deps, "report/case", token);
  return deps.db.transaction(async (tx) => {
    await countAttempt(tx, limitsOf(deps.sealer, input.address), at);
    const id = await nextReportId(tx);
    const contactSealed = email === null ? null : sealContact(deps.sealer, id, { email, token });
    const report = { id, category, number, happenedAt, contactSealed };
    await insertReport(tx, { ...report, tokenHash: sha256(token), createdAt: at, dueAt });
    const entry = { reportId: id, at, kind: "report", side: "reporter", outcome: null, dueAt } as const;
    await noteEntry(tx, deps.sealer, { ...entry, words: { text } });
    // By whom is not recorded: the log is kept longer than the case.
    await recordAction(tx, {
      at,
      actor,
      action: "report.file",
      subject: `report ${id}`,
      detail: { category },
    });
    if (email !== null && (await mayWrite(tx, deps.sealer, { kind: "receipt", email }, at)))
      await postLetter(tx, deps.sealer, { to: email, ...receivedLetter(id, link, dueAt) }, at);
    await tellMailbox(deps, tx, { id, dueAt }, at);
    return { id, name: caseName(id), token, link, dueAt };
  });
}

function readNumber(written: string): string {
  const read = readDigits(written);
  if ("fault" in read) throw invalid("number", `This is not a phone number: ${read.fault}.`);
  return read.digits;
}

function limitsOf(sealer: Sealer, address: string | null): Limit[] {
  if (address === null) return [];
  const subject = `reports from ${markOfNetwork(sealer, address)}`;
  return [
    { subject, ...perHour },
    { subject: `${subject} in a day`, ...perDay },
  ];
}
