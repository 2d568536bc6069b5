import { Button, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { t } from "../../texts/t.ts";
import { EntryPage } from "./EntryPage.tsx";

export function CheckMail({ email, mail }: { email: string; mail: string }) {
  return (
    <EntryPage title={t.account.checkMail}>
      <Text>{mail === "email" ? t.account.checkMailText(email) : t.shell.mailOperator}</Text>
      <Button component={Link} to="/rent">
        {t.account.goOn}
      </Button>
    </EntryPage>
  );
}
