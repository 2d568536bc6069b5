import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { own } from "../api/client.ts";
import type { Service } from "#answers/operator/services.ts";

const none: Service[] = [];

/** Every service, for an operator: to choose one by its name. */
export function useAllServices(): Service[] {
  const { data } = useQuery({
    queryKey: ["operator", "services", "", false],
    queryFn: () => own<Service[]>("operator/services"),
    staleTime: 300_000,
  });
  return data ?? none;
}

/** Names of services by slug, for an operator; the slug itself while the name is not known. */
export function useNameOfService(): (slug: string) => string {
  const services = useAllServices();
  const names = useMemo(() => new Map(services.map(({ slug, name }) => [slug, name])), [services]);
  return (slug) => names.get(slug) ?? slug;
}
