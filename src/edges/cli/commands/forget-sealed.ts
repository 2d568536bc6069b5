import type { Command } from "commander";
import { forgetSealed } from "../../../domain/sealing/forget-sealed.ts";
import { Refusal } from "../../../kit/errors.ts";
import { createSealer } from "../../../kit/seal.ts";
import { ConfigError } from "../../../config/setting.ts";
import {
  checkEncryptionKey,
  findEncryptionKey,
  makeEncryptionKey,
  replaceEncryptionKey,
} from "../../../start/encryption-key.ts";
import { keyPlace } from "../backup/key-place.ts";
import { addCommand, does, type Cli, type Output } from "../command.ts";
import type { Session } from "../session.ts";
import { fields } from "../table.ts";

export function forgetSealedCommand(program: Command, cli: Cli): void {
  const command = addCommand(
    program,
    "forget-sealed",
    "when the encryption key is lost for good: erase what nobody can read any more and go on with the key that is here",
    "forget-sealed --yes",
  ).option(
    "--yes",
    "erase texts and codes of messages, secrets of sources, second factors, letters; there is no way back",
  );
  does(cli, command, (session, { yes = false }: { yes?: boolean }) => forget(session, yes));
}

async function forget(session: Session, isSure: boolean): Promise<Output> {
  const { config, db } = session;
  const here = findEncryptionKey(config);
  if (here !== null && (await fits(session, here))) {
    throw new Refusal(
      "key_fits",
      "The encryption key here is the one that the database was sealed with: nothing is lost.",
    );
  }
  if (!isSure) {
    throw new Refusal(
      "not_confirmed",
      "This erases for good what the lost key had sealed. Take a backup, look for the key once more, and repeat it with --yes.",
    );
  }
  const key = here ?? makeEncryptionKey(config);
  const forgotten = await forgetSealed({ ...session, sealer: createSealer(key) }, session.actor);
  await replaceEncryptionKey(db, key);
  return {
    data: { forgotten },
    text: () => fields(Object.entries(forgotten)),
    note: `Make the sources anew (source create), and let members set up their second factor again. The key is from now on ${keyPlace(config)}; keep a copy of it elsewhere.`,
  };
}

async function fits({ db, config }: Session, key: Buffer): Promise<boolean> {
  try {
    await checkEncryptionKey(db, config, key);
    return true;
  } catch (error) {
    if (error instanceof ConfigError) return false;
    throw error;
  }
}
