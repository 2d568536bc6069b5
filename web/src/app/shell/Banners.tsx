import { Alert, Anchor, Stack } from "@mantine/core";
import { useNetwork } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { IconBan, IconMail, IconWifiOff } from "@tabler/icons-react";
import { own } from "../../api/client.ts";
import { useMe } from "../../data/use-me.ts";
import { t } from "../../texts/t.ts";
import { streamLost } from "../../data/events.ts";
import { useStore } from "../../state/store.ts";
import { useLasting } from "./use-lasting.ts";

/** Banners for every page: no connection, a suspended account, an unconfirmed address. */
export function Banners() {
  const me = useMe();
  const { online } = useNetwork();
  const isLost = useLasting(useStore(streamLost), 3000); // A short interruption ends without a banner.
  const isUnconfirmed = me && !me.member.email_confirmed && me.member.email !== null;

  async function resend(): Promise<void> {
    const message = await own("email/resend", { method: "POST", body: {} }).then(
      () => t.shell.mailSent,
      (error: Error) => error.message,
    );
    notifications.show({ message });
  }

  return (
    <Stack gap="xs" mb={!online || isLost || me?.account?.suspended || isUnconfirmed ? "md" : 0}>
      {(!online || isLost) && (
        <Alert className="slim" color="gray" icon={<IconWifiOff />} role="status">
          {t.shell.offline}
        </Alert>
      )}
      {me?.account?.suspended && (
        <Alert className="slim" color="red" icon={<IconBan />}>
          {t.shell.suspended}
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
