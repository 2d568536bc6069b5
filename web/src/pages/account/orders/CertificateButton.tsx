import { Button } from "@mantine/core";
import { useState } from "react";
import { useMode } from "../../../state/mode.ts";
import { certificate as texts } from "../../../texts/certificate.ts";
import { CertificateModal } from "./CertificateModal.tsx";

/** Opens the certificate for an order; not in the sandbox, whose numbers are made up. */
export function CertificateButton({ orderId }: { orderId: string }) {
  const [isOpen, setOpen] = useState(false);
  if (useMode() !== "live") return null;
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {texts.button}
      </Button>
      {isOpen && <CertificateModal orderId={orderId} onClose={() => setOpen(false)} />}
    </>
  );
}
