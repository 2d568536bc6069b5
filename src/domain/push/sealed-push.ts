import type { Place, Sealer } from "../../kit/seal.ts";
import type { PushKeys, PushTarget } from "./subscription.ts";

const placeOfKey = (publicKey: string): Place => ["installation.push keys", publicKey];
const placeOfTarget = (sessionId: number): Place => ["push_subscriptions.target_sealed", sessionId];

export const sealPushKey = (sealer: Sealer, { publicKey, privateKey }: PushKeys): Buffer =>
  sealer.seal(privateKey, placeOfKey(publicKey));

export const openPushKey = (sealer: Sealer, row: { publicKey: string; privateSealed: Buffer }): string =>
  sealer.open(row.privateSealed, placeOfKey(row.publicKey));

export const sealTarget = (sealer: Sealer, sessionId: number, target: PushTarget): Buffer =>
  sealer.seal(JSON.stringify(target), placeOfTarget(sessionId));

export const openTarget = (sealer: Sealer, row: { sessionId: number; targetSealed: Buffer }): PushTarget =>
  JSON.parse(sealer.open(row.targetSealed, placeOfTarget(row.sessionId))) as PushTarget;
