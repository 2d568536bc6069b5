import { Alert, Anchor, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconBan, IconGavel, IconMail } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { own } from "../../api/client.ts";
import { useLawfulUse } from "../../data/use-lawful-use.ts";
import { useMe } from "../../data/use-me.ts";
import { standing as texts } from "../../texts/standing.ts";
import { t } from "../../texts/t.ts";

/** Banners for every page: a suspended account, an unconfirmed address, a statement to accept. */
export function Banners() {
  const me = useMe();
  const { data: lawfulUse } = useLawfulUse();
  const isUnconfirmed = me && !me.member.email_confirmed && me.member.email !== null;

  async function resend(): Promise<void> {
    const message = await own("email/resend", { method: "POST", body: {} }).then(
      () => t.shell.mailSent,
      (error: Error) => error.message,
    );
    notifications.show({ message });
  }

  return (
    <Stack gap="xs" mb={me?.account?.suspended || isUnconfirmed || lawfulUse?.due ? "md" : 0}>
      {me?.account?.suspended && (
        <Alert className="slim" color="red" icon={<IconBan />}>
          {t.shell.suspended}{" "}
          <Anchor component={Link} to="/cases" underline="always">
            {t.shell.suspendedWhy}
          </Anchor>
        </Alert>
      )}
      {lawfulUse?.due && (
        <Alert className="slim" color="amber" icon={<IconGavel />}>
          {texts.banner}{" "}
          <Anchor component={Link} to="/lawful-use" underline="always">
            {texts.bannerLink}
          </Anchor>
        </Alert>
      )}
      {isUnconfirmed && (
        <Alert className="slim" color="amber" icon={<IconMail />}>
          {me.mail === "email" ? (
            <>
              {t.shell.unconfirmed}{" "}
              <Anchor component="button" type="button" underline="always" onClick={() => void resend()}>
                {t.shell.resendMail}
              </Anchor>
            </>
          ) : (
            t.shell.unconfirmedOperator
          )}
        </Alert>
      )}
    </Stack>
  );
}
