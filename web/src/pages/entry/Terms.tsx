import { Anchor, Modal, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { own } from "../../api/client.ts";
import { t } from "../../texts/t.ts";
import { Loaded } from "../../ui/Loaded.tsx";
import type { Terms as ShownTerms } from "#answers/member.ts";

/** The statement on lawful use, read before it is accepted. */
export function Terms() {
  const [isOpen, setOpen] = useState(false);
  const terms = useQuery({
    queryKey: ["terms"],
    queryFn: () => own<ShownTerms>("terms"),
    enabled: isOpen,
  });
  return (
    <>
      <Anchor component="button" type="button" onClick={() => setOpen(true)} ta="left">
        {t.account.termsRead}
      </Anchor>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t.account.termsTitle}
        closeButtonProps={{ "aria-label": t.common.close }}
      >
        <Loaded query={terms}>
          {({ version, text }) => (
            <>
              <Text style={{ whiteSpace: "pre-wrap" }}>{text}</Text>
              <Text size="xs" c="dimmed" mt="sm">
                {version}
              </Text>
            </>
          )}
        </Loaded>
      </Modal>
    </>
  );
}
