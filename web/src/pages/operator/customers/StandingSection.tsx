import { Button, Group } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { CustomerStanding } from "#answers/standing.ts";
import { own } from "../../../api/client.ts";
import { verificationColumns } from "../../../parts/verification-columns.tsx";
import { standing as texts } from "../../../texts/standing.ts";
import { DataTable } from "../../../ui/DataTable.tsx";
import { Facts } from "../../../ui/Facts.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Section } from "../../../ui/Section.tsx";
import { Time } from "../../../ui/Time.tsx";
import { GrantModal } from "./GrantModal.tsx";
import { TierModal } from "./TierModal.tsx";

interface Props {
  accountId: number;
  username: string;
}

/** How well the operator knows a customer: tier, statement on lawful use, services allowed beyond the policies. */
export function StandingSection({ accountId, username }: Props) {
  const client = useQueryClient();
  const [open, setOpen] = useState<"tier" | "grant" | null>(null);
  const standing = useQuery({
    queryKey: ["operator", "standing", accountId],
    queryFn: () => own<CustomerStanding>(`operator/customers/${accountId}/standing`),
  });
  async function post(verb: string, body: unknown): Promise<void> {
    await own(`operator/customers/${accountId}/${verb}`, { method: "POST", body });
    await client.invalidateQueries({ queryKey: ["operator"] });
  }
  const close = (): void => setOpen(null);
  return (
    <Section
      title={texts.standing}
      actions={
        <Group gap="xs">
          <Button variant="default" size="compact-sm" onClick={() => setOpen("grant")}>
            {texts.grant}
          </Button>
          <Button variant="default" size="compact-sm" onClick={() => setOpen("tier")}>
            {texts.changeTier}
          </Button>
        </Group>
      }
    >
      <Loaded query={standing}>
        {(of) => (
          <>
            <Facts
              facts={[
                [texts.tier, of.decided ? texts.tiers[of.tier] : `${texts.tiers[of.tier]} (${texts.auto})`],
                [
                  texts.terms,
                  of.terms_accepted_at && of.terms_version ? (
                    <>
                      {texts.accepted(of.terms_version)} · <Time at={of.terms_accepted_at} />
                    </>
                  ) : (
                    texts.never
                  ),
                ],
                [texts.grants, of.grants.map(({ name }) => name).join(", ") || texts.noGrants],
              ]}
            />
            {of.verifications.length > 0 && (
              <DataTable
                label={texts.requests}
                columns={verificationColumns}
                rows={of.verifications}
                rowKey={({ id }) => id}
              />
            )}
          </>
        )}
      </Loaded>
      {open === "tier" && (
        <TierModal title={texts.tierTitle(username)} onClose={close} onSave={(body) => post("tier", body)} />
      )}
      {open === "grant" && (
        <GrantModal
          title={texts.grantTitle(username)}
          onClose={close}
          onSave={({ granted, ...body }) => post(granted ? "grant" : "ungrant", body)}
        />
      )}
    </Section>
  );
}
