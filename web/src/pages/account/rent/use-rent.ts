import { useMutation, useQueryClient } from "@tanstack/react-query";
import { documented } from "../../../api/client.ts";
import type { Rented } from "#api-answers/orders.ts";
import { useMode } from "../../../state/mode.ts";
import { recentCountries, recentServices, withRecent } from "../../../state/preferences.ts";

interface Wish {
  country: string;
  service: string;
  pool: string;
  /** What the viewer was shown: the server refuses rather than charge more. */
  max_price: number;
}

/** Rents a number. The key makes sure that a click sent twice rents only once. */
export function useRent(onRented: (orderId: string) => void) {
  const mode = useMode();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wish: Wish) =>
      documented<Rented>("rent", {
        method: "POST",
        mode,
        body: { action: "rent", provider: "global", ...wish },
        headers: { "idempotency-key": randomKey() },
      }),
    onSuccess: ({ order_id: orderId }, { country, service }) => {
      recentCountries.set(withRecent(recentCountries.get(), country));
      recentServices.set(withRecent(recentServices.get(), service));
      onRented(orderId);
      for (const key of ["open-orders", "orders", "wallet"])
        void client.invalidateQueries({ queryKey: [key, mode] });
    },
    // Also after a refusal: prices or stock may be others than were shown.
    onSettled: () => void client.invalidateQueries({ queryKey: ["pools", mode] }),
  });
}

/** crypto.randomUUID only exists with TLS. */
const randomKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  );
