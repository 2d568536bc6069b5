import { useQuery, useQueryClient } from "@tanstack/react-query";
import { own } from "../../../api/client.ts";
import type { Mode } from "../../../state/mode.ts";
import type { Credited, CustomerDetails, PayOut } from "#answers/operator/customers.ts";

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
    credit: (body: CreditInput, key: string) => post<Credited>("credit", body, { "idempotency-key": key }),
    showPayOut: () => post<PayOut>("pay-out", {}),
    suspend: (reason: string) => post("suspend", { reason }),
    setLimit: (body: { mode: Mode; max_open_orders: number | null; reason: string }) => post("limits", body),
    resume: () => post("resume", {}),
  };
}
