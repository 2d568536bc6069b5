import { Modal } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { meQuery } from "../../../data/use-me.ts";
import { t } from "../../../texts/t.ts";
import { SecretModal } from "../../../ui/SecretModal.tsx";
import { TotpPassword } from "./TotpPassword.tsx";
import { TotpScan } from "./TotpScan.tsx";

/** Asks for the password, shows the key to scan, asks for a code from it, then shows the recovery codes once. */
export function TotpSetupModal({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const [key, setKey] = useState<{ secret: string; uri: string } | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  function done(recovery: string[]): void {
    setCodes(recovery);
    void client.invalidateQueries(meQuery);
  }
  if (key === null) return <TotpPassword onKey={setKey} onClose={onClose} />;
  if (codes !== null)
    return (
      <SecretModal
        title={t.settings.recovery}
        text={t.settings.recoveryText}
        secrets={[[t.settings.recovery, codes.join("\n")]]}
        fileName="zapotp-recovery-codes.txt"
        done={t.settings.recoveryDone}
        onClose={onClose}
      />
    );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.settings.totp}
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": t.common.close }}
    >
      <TotpScan {...key} onDone={done} />
    </Modal>
  );
}
