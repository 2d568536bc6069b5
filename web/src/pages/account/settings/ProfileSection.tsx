import { Button } from "@mantine/core";
import { useState } from "react";
import type { Me } from "#answers/member.ts";
import { t } from "../../../texts/t.ts";
import { Facts } from "../../../ui/Facts.tsx";
import { Light } from "../../../ui/Light.tsx";
import { Section } from "../../../ui/Section.tsx";
import { EmailModal } from "./EmailModal.tsx";

export function ProfileSection({ me: { member, account } }: { me: Me }) {
  const [isChanging, setChanging] = useState(false);
  const confirmed = member.email_confirmed ? (
    <Light state="good" text={t.settings.confirmed} />
  ) : (
    <Light state="bad" text={t.settings.unconfirmed} />
  );
  return (
    <Section
      title={t.settings.profile}
      actions={
        <Button variant="default" size="xs" onClick={() => setChanging(true)}>
          {t.settings.changeEmail}
        </Button>
      }
    >
      <Facts
        facts={[
          [t.settings.username, member.username],
          [t.settings.role, t.team.roles[member.role] ?? member.role],
          ...(account
            ? ([[t.settings.account, `${account.username}, ${account.currency}`]] as [string, string][])
            : []),
          [
            t.settings.email,
            member.email === null ? (
              t.settings.emailNone
            ) : (
              <span key="email">
                {member.email} {confirmed}
              </span>
            ),
          ],
        ]}
      />
      {isChanging && <EmailModal onClose={() => setChanging(false)} />}
    </Section>
  );
}
