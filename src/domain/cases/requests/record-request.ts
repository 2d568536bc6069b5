import { invalid } from "../../../kit/errors.ts";
import { requireAccount } from "../../accounts/require-account.ts";
import { nameOfActor, recordAction } from "../../audit/record-action.ts";
import type { Deps } from "../../deps.ts";
import { readDigits } from "../../numbers/written-number.ts";
import { scopeKinds, type DataKind } from "./request.ts";
import { insertRequest } from "./sql.ts";

export interface RequestInput {
  authority: string;
  reference: string;
  legalBasis: string;
  /** One of these two: as people write it; an account's id or name. */
  number: string | null;
  account: string | null;
  from: Date;
  to: Date;
  kinds: DataKind[];
  /** Why the customer is not told at once, and until when; null: they are told at the release. */
  noticeWaits: { because: string; until: Date } | null;
  actor: string;
}

/** Opens a case for a request of an authority. Nothing is released yet. Refuses `account_not_found`. */
export async function recordRequest(
  { db, clock }: Pick<Deps, "db" | "clock">,
  input: RequestInput,
): Promise<number> {
  const { from, to, kinds, noticeWaits, actor } = input;
  const at = clock.now();
  if (from >= to) throw invalid("to", "to must be after from.");
  if (to > at)
    throw invalid("to", "to is in the future: a request is for what has happened, up to now at the latest.");
  if ((input.number === null) === (input.account === null))
    throw invalid("number", "Name either a number or an account.");
  const scope = input.number === null ? "account" : "number";
  if (kinds.length === 0) throw invalid("kinds", "Name at least one kind of data.");
  const foreign = kinds.find((kind) => !(scopeKinds[scope] as readonly string[]).includes(kind));
  if (foreign !== undefined)
    throw invalid(
      "kinds",
      `A request about a number can be for ${scopeKinds.number.join(", ")}; for ${foreign}, the account must be named.`,
    );
  if (noticeWaits && noticeWaits.until <= at)
    throw invalid("notice_due_at", "The day on which the customer is told must be in the future.");
  const number = input.number === null ? null : readNumber(input.number);
  return db.transaction(async (tx) => {
    const account = input.account === null ? null : await requireAccount(tx, input.account);
    const id = await insertRequest(tx, {
      authority: needed("authority", input.authority),
      reference: needed("reference", input.reference),
      legalBasis: needed("legal_basis", input.legalBasis),
      scope,
      number,
      accountId: account?.id ?? null,
      from,
      to,
      kinds: [...new Set(kinds)],
      createdBy: nameOfActor(actor),
      createdAt: at,
      noticeWaitsBecause: noticeWaits && needed("notice_waits_because", noticeWaits.because),
      noticeDueAt: noticeWaits?.until ?? null,
    });
    // The authority and its reference are in the case, which is erased by rule; the log is kept.
    await recordAction(tx, {
      at,
      actor,
      action: "request.record",
      subject: `request ${id}`,
      detail: { scope, kinds },
    });
    return id;
  });
}

function readNumber(written: string): string {
  const read = readDigits(written);
  if ("fault" in read) throw invalid("number", `This is not a phone number: ${read.fault}.`);
  return read.digits;
}

export function needed(field: string, text: string): string {
  if (text.trim() === "") throw invalid(field, `${field} must not be empty.`);
  return text.trim();
}
