import { SimpleGrid, Stack } from "@mantine/core";
import { useMay, useMe } from "../../../data/use-me.ts";
import { t } from "../../../texts/t.ts";
import { Page } from "../../../ui/Page.tsx";
import { DataSection } from "./DataSection.tsx";
import { LanguageSection } from "./LanguageSection.tsx";
import { NoticeSection } from "./NoticeSection.tsx";
import { PasskeySection } from "./PasskeySection.tsx";
import { PasswordSection } from "./PasswordSection.tsx";
import { ProfileSection } from "./ProfileSection.tsx";
import { SessionSection } from "./SessionSection.tsx";
import { TotpSection } from "./TotpSection.tsx";

export function SettingsPage() {
  const me = useMe();
  const isOwner = useMay("owner");
  const mayRead = useMay("owner", "developer"); // Only those are told of codes who may read them.
  if (!me) return null;
  return (
    <Page title={t.settings.title}>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <Stack>
          <ProfileSection me={me} />
          <LanguageSection />
          <TotpSection isOn={me.member.totp} />
          {mayRead && <NoticeSection />}
          {isOwner && <DataSection />}
        </Stack>
        <Stack>
          <PasswordSection />
          <PasskeySection />
        </Stack>
      </SimpleGrid>
      <SessionSection />
    </Page>
  );
}
