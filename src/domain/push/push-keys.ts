import { createECDH } from "node:crypto";
import { keepPushKeys, replacePushKeys } from "../installation/push-keys.ts";
import type { Deps } from "../deps.ts";
import { openPushKey, sealPushKey } from "./sealed-push.ts";
import type { PushKeys } from "./subscription.ts";

/**
 * The installation's keys for push services, the same for every process: made when they are first needed, and again if
 * the encryption key that sealed them is lost.
 */
export async function pushKeys({ db, sealer }: Pick<Deps, "db" | "sealer">): Promise<PushKeys> {
  const made = makeKeys();
  const sealed = { publicKey: made.publicKey, privateSealed: sealPushKey(sealer, made) };
  const kept = await keepPushKeys(db, sealed);
  try {
    return { publicKey: kept.publicKey, privateKey: openPushKey(sealer, kept) };
  } catch {
    await replacePushKeys(db, sealed);
    return made;
  }
}

function makeKeys(): PushKeys {
  const curve = createECDH("prime256v1");
  curve.generateKeys();
  const privateKey = Buffer.alloc(32);
  const scalar = curve.getPrivateKey();
  scalar.copy(privateKey, 32 - scalar.length); // Node leaves out leading zeros.
  return { publicKey: curve.getPublicKey("base64url"), privateKey: privateKey.toString("base64url") };
}
