import { Anchor, Group, Text } from "@mantine/core";
import { Link, getRouteApi, useRouter } from "@tanstack/react-router";
import { t } from "../../texts/t.ts";
import { EntryPage } from "./EntryPage.tsx";
import { PasskeySignIn } from "./PasskeySignIn.tsx";
import { SignInForm } from "./SignInForm.tsx";

const route = getRouteApi("/sign-in");

export function SignInPage() {
  const { to } = route.useSearch();
  const router = useRouter();
  const goOn = (): void => router.history.push(to ?? "/");
  return (
    <EntryPage title={t.account.signIn} lead={t.account.signInLead}>
      <SignInForm onDone={goOn} />
      <PasskeySignIn onDone={goOn} />
      <Group justify="space-between">
        <Anchor component={Link} to="/forgot">
          {t.account.forgot}
        </Anchor>
        <Text>
          {t.account.noAccount}{" "}
          <Anchor component={Link} to="/sign-up">
            {t.account.signUp}
          </Anchor>
        </Text>
      </Group>
    </EntryPage>
  );
}
