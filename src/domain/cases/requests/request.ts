/** What an authority may ask for. Of a number: only what happened on it. */
export const scopeKinds = {
  number: ["account", "orders", "messages", "payments"],
  account: ["account", "orders", "messages", "payments", "sessions", "actions"],
} as const;
export const dataKinds = scopeKinds.account;
export type DataKind = (typeof dataKinds)[number];

export const requestStates = ["open", "released", "refused"] as const;
export type RequestState = (typeof requestStates)[number];

export interface AuthorityRequest {
  id: number;
  authority: string;
  /** Null once the case's particulars are erased, like the legal basis, the number, the account and who recorded it. */
  reference: string | null;
  legalBasis: string | null;
  scope: "number" | "account";
  number: string | null;
  accountId: number | null;
  from: Date;
  to: Date;
  kinds: DataKind[];
  state: RequestState;
  createdBy: string | null;
  createdAt: Date;
  decidedAt: Date | null;
  refusedBecause: string | null;
  noticeWaitsBecause: string | null;
  noticeDueAt: Date | null;
  noticedAt: Date | null;
  /** How many customers got a letter; null: not told yet, or before letters were counted. */
  customersTold: number | null;
  erasedAt: Date | null;
}

/** How a case is called: in letters, on pages and in the audit log. */
export const requestName = (id: number): string => `A${id}`;
