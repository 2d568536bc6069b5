import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { recentCountries } from "../../../state/preferences.ts";

const route = getRouteApi("/shell/rent");

export interface Choice {
  country: string | null;
  service: string | null;
}

/** The chosen country and service, kept in the URL: a link leads to the same offer. */
export function useChoice(): Choice & { choose: (choice: Choice) => void } {
  const { country, service } = route.useSearch();
  const navigate = useNavigate();
  return {
    country: country ?? recentCountries.get()[0] ?? "US",
    service: service ?? null,
    choose: (next) =>
      void navigate({
        to: "/rent",
        replace: true,
        search: {
          ...(next.country ? { country: next.country } : {}),
          ...(next.service ? { service: next.service } : {}),
        },
      }),
  };
}
