import { useQuery } from "@tanstack/react-query";
import { own } from "../api/client.ts";
import type { CustomerDetails } from "#answers/operator/customers.ts";

/** The name of a customer that the address names by id; the id until the server has answered. */
export function useCustomerName(id: string | undefined): string {
  const { data } = useQuery({
    queryKey: ["operator", "customer", id],
    queryFn: () => own<CustomerDetails>(`operator/customers/${id}`),
    enabled: id !== undefined,
  });
  return data?.account.username ?? id ?? "";
}
