import { Anchor, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { own } from "../../api/client.ts";
import { t } from "../../texts/t.ts";
import { Loaded } from "../../ui/Loaded.tsx";
import { CheckMail } from "./CheckMail.tsx";
import { EntryPage } from "./EntryPage.tsx";
import { SignUpForm } from "./SignUpForm.tsx";
import type { SignUpState } from "#answers/member.ts";

export function SignUpPage() {
  const open = useQuery({
    queryKey: ["sign-up"],
    queryFn: () => own<SignUpState>("sign-up"),
  });
  const [sent, setSent] = useState<{ email: string; mail: string } | null>(null);
  if (sent) return <CheckMail {...sent} />;
  return (
    <EntryPage title={t.account.signUpTitle}>
      <Loaded query={open}>
        {(state) =>
          state.open ? (
            <SignUpForm
              termsVersion={state.terms_version}
              onDone={(email, mail) => setSent({ email, mail })}
            />
          ) : (
            <Text>{t.account.signUpClosed}</Text>
          )
        }
      </Loaded>
      <Text>
        {t.account.haveAccount}{" "}
        <Anchor component={Link} to="/sign-in">
          {t.account.signIn}
        </Anchor>
      </Text>
    </EntryPage>
  );
}
