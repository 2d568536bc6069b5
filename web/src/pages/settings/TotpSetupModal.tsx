import { Modal } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { own } from "../../api/client.ts";
import { meQuery } from "../../data/use-me.ts";
import { t } from "../../texts/t.ts";
import { Loaded } from "../../ui/Loaded.tsx";
import { RecoveryCodes } from "./RecoveryCodes.tsx";
import { TotpScan } from "./TotpScan.tsx";

/** The key is scanned, a code of it is typed, then the recovery codes are shown, once. */
export function TotpSetupModal({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const [codes, setCodes] = useState<string[] | null>(null);
  const begun = useQuery({
    queryKey: ["totp-begin"],
    queryFn: () => own<{ secret: string; uri: string }>("totp/begin", { method: "POST", body: {} }),
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  });
  function done(recovery: string[]): void {
    setCodes(recovery);
    void client.invalidateQueries(meQuery);
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={codes ? t.settings.recovery : t.settings.totp}
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": t.common.close }}
    >
      {codes ? (
        <RecoveryCodes codes={codes} onClose={onClose} />
      ) : (
        <Loaded query={begun}>{(key) => <TotpScan {...key} onDone={done} />}</Loaded>
      )}
    </Modal>
  );
}
