import type { Db } from "../../kit/db.ts";
import type { Sealer } from "../../kit/seal.ts";
import { totpRequired, totpWrong } from "./errors.ts";
import type { Member } from "./member.ts";
import { openTotp } from "./sealed-totp.ts";
import { takeRecoveryCode, takeTotpStep } from "./second-factor/sql.ts";
import { recoveryHash, stepOf } from "./totp.ts";

/** Uses up a code of the member's authenticator, or a recovery code. Refuses `totp_required` and `totp_wrong`. */
export async function proveSecondFactor(
  { db, sealer }: { db: Db; sealer: Sealer },
  member: Member,
  code: string | undefined,
  at: Date,
): Promise<void> {
  const secret = openTotp(sealer, member);
  if (secret === null) return;
  if (code === undefined || code.trim() === "") throw totpRequired();
  const step = stepOf(secret, code, at);
  const taken =
    step === null
      ? await takeRecoveryCode(db, member.id, recoveryHash(code))
      : await takeTotpStep(db, member.id, step);
  if (!taken) throw totpWrong();
}
