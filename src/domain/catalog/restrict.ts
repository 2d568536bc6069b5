import { recordAction } from "../audit/record-action.ts";
import type { Deps } from "../deps.ts";
import type { Service } from "./catalog.ts";
import { unknownService } from "./errors.ts";
import { findService } from "./queries.ts";
import { setRestricted } from "./sql.ts";

/**
 * Restricts a service, or allows one that is restricted, by name and with a reason that is kept. Restricted services
 * are neither listed nor rented; open orders continue.
 */
export function restrict(
  { db, clock }: Pick<Deps, "db" | "clock">,
  input: { service: string; restricted: boolean; reason: string; actor: string },
): Promise<Service> {
  return db.transaction(async (tx) => {
    const service = await findService(tx, input.service.toLowerCase());
    if (!service) throw unknownService(input.service);
    await setRestricted(tx, service.id, input.restricted);
    const action = input.restricted ? "service.restrict" : "service.allow";
    await recordAction(tx, {
      at: clock.now(),
      actor: input.actor,
      action,
      subject: service.slug,
      detail: { reason: input.reason },
    });
    return { ...service, restricted: input.restricted };
  });
}
