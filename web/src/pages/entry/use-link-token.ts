import { useState } from "react";
import { ApiError } from "../../api/error.ts";
import { t } from "../../texts/t.ts";

/** The secret of an e-mailed link comes after # and so reaches no log; it is removed from the address. */
export function useLinkToken(): string {
  const [token] = useState(() => {
    const found = new URLSearchParams(window.location.hash.slice(1)).get("token") ?? "";
    if (found !== "") window.history.replaceState(window.history.state, "", window.location.pathname);
    return found;
  });
  return token;
}

/** Without a token the server need not be asked. */
export function refuseEmpty(token: string): void {
  if (token === "") throw new ApiError(400, { code: "link_invalid", message: t.account.linkInvalid });
}
