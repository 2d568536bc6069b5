import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { own } from "../../../api/client.ts";
import type { ToldRequest } from "#answers/requests.ts";
import { requests as texts } from "../../../texts/cases.ts";
import { Facts } from "../../../ui/Facts.tsx";
import { Section } from "../../../ui/Section.tsx";
import { Time } from "../../../ui/Time.tsx";
import { PhoneNumber } from "../../../ui/PhoneNumber.tsx";

/** What authorities were given of the account, if anything. */
export function ToldRequests() {
  const { data = [] } = useQuery({
    queryKey: ["cases", "requests"],
    queryFn: () => own<ToldRequest[]>("cases/requests"),
  });
  if (data.length === 0) return null;
  return (
    <Section title={texts.toldTitle} lead={texts.toldLead}>
      {data.map((one) => (
        <Facts
          key={one.id}
          facts={[
            [texts.name, one.name],
            [texts.authority, one.authority],
            [texts.legalBasis, one.legal_basis],
            ...(one.number === null
              ? []
              : [[texts.about, <PhoneNumber key="number" digits={one.number} />] as [string, ReactNode]]),
            [texts.from, <Time key="from" at={one.from} />],
            [texts.to, <Time key="to" at={one.to} />],
            [texts.kinds, one.kinds.map((kind) => texts.kindNames[kind] ?? kind).join(", ")],
            [texts.told, <Time key="told" at={one.noticed_at} />],
          ]}
        />
      ))}
    </Section>
  );
}
