import type { Tx } from "../../../kit/db.ts";
import { invalid, Refusal } from "../../../kit/errors.ts";
import { recordAction } from "../../audit/record-action.ts";
import type { Deps } from "../../deps.ts";
import { readCountryCode } from "../country-code.ts";
import { unknownCountry, unknownService } from "../errors.ts";
import { findCountry, findService } from "../queries.ts";
import type { Policy, PolicyScope } from "./policy.ts";
import { listCategories } from "./queries.ts";
import { deletePolicy, upsertPolicy, type StoredScope } from "./sql.ts";

interface Change {
  scope: PolicyScope;
  reason: string;
  actor: string;
}

/**
 * Says who may rent a service, or all of a category, in a country or everywhere. Open orders continue. Refuses
 * `unknown_service`, `unknown_country`, and `invalid_request` for what contradicts itself.
 */
export function setPolicy(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { scope, reason, actor, ...policy }: Change & Policy,
): Promise<void> {
  if ((policy.rule === "tier") !== (policy.tier !== null))
    throw invalid("tier", "Give a tier with the rule tier, and with no other.");
  return db.transaction(async (tx) => {
    const stored = await findScope(tx, scope);
    await upsertPolicy(tx, stored, policy);
    const detail = { ...policy, reason };
    const subject = subjectOf(scope);
    await recordAction(tx, { at: clock.now(), actor, action: "policy.set", subject, detail });
  });
}

/** Removes a policy, so that the next less specific one applies. Refuses `policy_not_found`. */
export function removePolicy(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { scope, reason, actor }: Change,
): Promise<void> {
  return db.transaction(async (tx) => {
    if (!(await deletePolicy(tx, await findScope(tx, scope))))
      throw new Refusal(
        "policy_not_found",
        "There is no policy for exactly this; `service policies` lists all.",
      );
    const subject = subjectOf(scope);
    await recordAction(tx, { at: clock.now(), actor, action: "policy.remove", subject, detail: { reason } });
  });
}

async function findScope(
  tx: Tx,
  { category, service: name, country: code }: PolicyScope,
): Promise<StoredScope> {
  if (category !== null && name !== null)
    throw invalid("category", "Give a service or a category, not both.");
  if (category !== null && !(await listCategories(tx)).includes(category))
    throw invalid("category", `There is no category "${category}"; \`service list\` shows them.`);
  const service = name === null ? null : await findService(tx, name.toLowerCase());
  if (service === undefined) throw unknownService(name ?? "");
  const country = code === null ? null : await findCountry(tx, readCountryCode(code));
  if (country === undefined) throw unknownCountry(code ?? "");
  return { category, serviceId: service?.id ?? null, country: country?.code ?? null };
}

const subjectOf = ({ category, service, country }: PolicyScope): string =>
  [service ?? category ?? "every service", country ?? "everywhere"]
    .join(" in ")
    .replace("in everywhere", "everywhere");
