import { Modal, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useMe } from "../../data/use-me.ts";
import { PasskeySignIn } from "../../pages/entry/PasskeySignIn.tsx";
import { SignInForm } from "../../pages/entry/SignInForm.tsx";
import { t } from "../../texts/t.ts";
import { sessionLost } from "../../state/session-lost.ts";

/** The page stays as it is, including everything typed. */
export function SignInAgainDialog() {
  const client = useQueryClient();
  const username = useMe()?.member.username;
  const goOn = (): void => {
    sessionLost.set(false);
    void client.invalidateQueries();
  };
  return (
    <Modal
      opened
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t.shell.expiredTitle}
      zIndex={1000}
    >
      <Stack>
        <Text>{t.shell.expired}</Text>
        <SignInForm username={username ?? ""} onDone={goOn} />
        <PasskeySignIn onDone={goOn} />
      </Stack>
    </Modal>
  );
}
