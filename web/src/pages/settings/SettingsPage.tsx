import { Grid } from "@mantine/core";
import { useMay, useMe } from "../../data/use-me.ts";
import { t } from "../../texts/t.ts";
import { Page } from "../../ui/Page.tsx";
import { DataSection } from "./DataSection.tsx";
import { PasskeySection } from "./PasskeySection.tsx";
import { PasswordSection } from "./PasswordSection.tsx";
import { ProfileSection } from "./ProfileSection.tsx";
import { SessionSection } from "./SessionSection.tsx";
import { TotpSection } from "./TotpSection.tsx";

export function SettingsPage() {
  const me = useMe();
  const isOwner = useMay("owner");
  if (!me) return null;
  return (
    <Page title={t.settings.title}>
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 6 }}>
          <ProfileSection me={me} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <PasswordSection />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <TotpSection isOn={me.member.totp} />
        </Grid.Col>
        {isOwner && (
          <Grid.Col span={{ base: 12, md: 6 }}>
            <DataSection />
          </Grid.Col>
        )}
        <Grid.Col span={12}>
          <PasskeySection />
        </Grid.Col>
        <Grid.Col span={12}>
          <SessionSection />
        </Grid.Col>
      </Grid>
    </Page>
  );
}
