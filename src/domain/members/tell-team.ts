import type { Tx } from "../../kit/db.ts";
import { tellChanged } from "../delivery/tell-changed.ts";
import { findWalletIdsOf } from "./queries.ts";

/** Has the open pages of a member's account show what has changed about the member. An operator has no account. */
export const tellTeam = async (tx: Tx, memberId: number): Promise<void> =>
  tellChanged(tx, "account", await findWalletIdsOf(tx, memberId));
