import { Button } from "@mantine/core";
import { useState } from "react";
import { t } from "../../../texts/t.ts";
import { Light } from "../../../ui/Light.tsx";
import { Section } from "../../../ui/Section.tsx";
import { TotpOffModal } from "./TotpOffModal.tsx";
import { TotpSetupModal } from "./TotpSetupModal.tsx";

export function TotpSection({ isOn }: { isOn: boolean }) {
  // An open modal stays open while two-factor is turned on in the background: the recovery codes are shown then.
  const [open, setOpen] = useState<"setup" | "off" | null>(null);
  const close = (): void => setOpen(null);
  return (
    <Section
      title={t.settings.totp}
      lead={isOn ? t.settings.totpOn : t.settings.totpOff}
      actions={<Light state={isOn ? "good" : "idle"} text={isOn ? t.team.on : t.team.off} />}
    >
      <div>
        <Button variant={isOn ? "default" : "filled"} onClick={() => setOpen(isOn ? "off" : "setup")}>
          {isOn ? t.settings.totpTurnOff : t.settings.totpSet}
        </Button>
      </div>
      {open === "setup" && <TotpSetupModal onClose={close} />}
      {open === "off" && <TotpOffModal onClose={close} />}
    </Section>
  );
}
