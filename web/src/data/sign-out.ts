import { own } from "../api/client.ts";

/** Loads a fresh page afterwards, so that nothing of the account stays in memory. */
export async function signOut(): Promise<void> {
  await own("sign-out", { method: "POST", body: {} }).catch(() => {});
  window.location.assign("/sign-in");
}
