import { verifyChain } from "../../../domain/audit/chain/verify.ts";
import { anchorFile, readAnchorFile } from "../../../start/anchor-file.ts";
import { called } from "../command.ts";
import type { Examined } from "./examine.ts";
import { fail, ok, type Finding } from "./finding.ts";

/** The whole audit log, against the anchors of the database and of the server's own file. */
export async function checkAudit({ db, clock, config }: Examined): Promise<Finding> {
  const file = anchorFile(config);
  const anchors = file === null ? [] : await readAnchorFile(file);
  const { entries, faults, anchors: compared } = await verifyChain({ db, clock }, anchors);
  if (faults.length > 0)
    return fail("audit log", `${faults.length} faults: ${called} audit verify shows them.`);
  return ok("audit log", `as it was written: ${entries} entries, ${compared} anchors`);
}
