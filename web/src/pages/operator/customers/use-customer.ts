import { useQuery, useQueryClient } from "@tanstack/react-query";
import { own } from "../../../api/client.ts";
import type { AuditEntry, Customer, OperatorOrder } from "../../../api/types/operator.ts";
import type { TeamMember } from "../../../api/types/session.ts";
import type { Key } from "../../../api/types/wallet.ts";
import type { Mode } from "../../../state/mode.ts";

export interface CustomerDetails {
  account: Customer;
  default_max_open_orders: number;
  wallets: {
    mode: Mode;
    balance: number;
    held: number;
    revenue: number;
    open_orders: number;
    low_balance: number;
    max_open_orders: number | null;
  }[];
  members: TeamMember[];
  keys: Key[];
  orders: OperatorOrder[];
  actions: AuditEntry[];
}

export interface CreditInput {
  mode: Mode;
  amount: number;
  reason: string;
  reference?: string;
  may_owe?: boolean;
  confirm_amount?: number;
}

export function useCustomer(id: string) {
  return useQuery({
    queryKey: ["operator", "customer", id],
    queryFn: () => own<CustomerDetails>(`operator/customers/${id}`),
  });
}

export function useCustomerActions(id: string) {
  const client = useQueryClient();
  const post = async <T>(verb: string, body: unknown, headers: Record<string, string> = {}): Promise<T> => {
    const answer = await own<T>(`operator/customers/${id}/${verb}`, { method: "POST", body, headers });
    await client.invalidateQueries({ queryKey: ["operator"] });
    return answer;
  };
  return {
    credit: (body: CreditInput, key: string) =>
      post<{ balance: number; held: number }>("credit", body, { "idempotency-key": key }),
    showPayOut: () => post<{ to: string }>("pay-out", {}),
    suspend: (reason: string) => post("suspend", { reason }),
    setLimit: (body: { mode: Mode; max_open_orders: number | null; reason: string }) => post("limits", body),
    resume: () => post("resume", {}),
  };
}
