import type { CaseDeps } from "../../domain/cases/rules.ts";
import { caseRulesOf } from "../../start/case-rules.ts";
import { baseUrl } from "./base-url.ts";
import type { Session } from "./session.ts";

/** What the use cases of cases need: the key, because what people wrote is sealed, and the address for letters. */
export async function openCases(session: Session): Promise<CaseDeps> {
  const { db, clock, config } = session;
  const address = await baseUrl(session);
  return {
    db,
    clock,
    sealer: await session.sealer(),
    publicBaseUrl: () => address,
    caseRules: caseRulesOf(config),
  };
}
