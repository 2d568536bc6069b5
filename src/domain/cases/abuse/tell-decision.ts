import type { Tx } from "../../../kit/db.ts";
import { postLetter } from "../../mail/post-letter.ts";
import { linkTo } from "../../members/send-link.ts";
import type { CaseDeps } from "../rules.ts";
import { writeToOwners } from "../write-to-owners.ts";
import { customerLetter, decidedLetter } from "./letters.ts";
import type { StoredReport } from "./queries.ts";
import { hasAppealed, type Entry, type Outcome, type Side, type Words } from "./report.ts";
import { openContact } from "./sealed-case.ts";

interface Told extends Words {
  outcome: Outcome;
  report: StoredReport & { number: string };
  /** What was said before. */
  entries: readonly Pick<Entry, "kind" | "side">[];
  appealUntil: Date;
}

/** Writes to the sides for which there are reasons, where there is an address. */
export async function tellDecision(
  deps: CaseDeps,
  tx: Tx,
  { report, entries, outcome, appealUntil, toReporter, toCustomer }: Told,
  at: Date,
): Promise<void> {
  const { id, number, accountId } = report;
  const until = (side: Side): Date | null => (hasAppealed(entries, side) ? null : appealUntil);
  const contact = openContact(deps.sealer, report);
  if (contact && toReporter !== undefined) {
    const link = linkTo(deps, "report/case", contact.token);
    const letter = decidedLetter(id, { outcome, reasons: toReporter, appealUntil: until("reporter"), link });
    await postLetter(tx, deps.sealer, { to: contact.email, ...letter }, at);
  }
  if (accountId !== null && toCustomer !== undefined) {
    const facts = { number, outcome, reasons: toCustomer, appealUntil: until("customer") };
    const letter = customerLetter(id, { ...facts, address: deps.publicBaseUrl() });
    await writeToOwners(deps, tx, { accountId, letter, at });
  }
}
