import { useState } from "react";

/** The secret of an e-mailed link comes after # and so reaches no log; it is removed from the address. */
export function useLinkToken(): string {
  const [token] = useState(() => {
    const found = new URLSearchParams(window.location.hash.slice(1)).get("token") ?? "";
    if (found !== "") window.history.replaceState(window.history.state, "", window.location.pathname);
    return found;
  });
  return token;
}
