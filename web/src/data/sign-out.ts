import { own } from "../api/client.ts";

/**
 * Identifies the sign-in that kept pages belong to, for all tabs of this browser; without it nothing is kept, and what
 * was kept is not shown.
 */
const marker = "zap-signed-in";
export const readMarker = (): string | null => localStorage.getItem(marker);

/** From then on nothing is kept in this document, whatever the server answers meanwhile. */
let isLeaving = false;

/** Called whenever the server has said who is signed in: another member gets another marker. */
export function markSignedIn(memberId: number): void {
  if (isLeaving || readMarker()?.startsWith(`${memberId}-`)) return;
  localStorage.setItem(marker, `${memberId}-${crypto.getRandomValues(new Uint32Array(4)).join("")}`);
}

export const unmark = (): void => localStorage.removeItem(marker);

/** Loads a fresh page afterwards, so that nothing of the account stays in memory. */
export async function signOut(): Promise<void> {
  isLeaving = true;
  unmark();
  await own("sign-out", { method: "POST", body: {} }).catch(() => {});
  window.location.assign("/sign-in");
}
