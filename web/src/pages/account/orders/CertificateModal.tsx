import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { IconDownload, IconPrinter } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { Certificate } from "#answers/certificates.ts";
import { own } from "../../../api/client.ts";
import { certificate as texts } from "../../../texts/certificate.ts";
import { t } from "../../../texts/t.ts";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { downloadText } from "../../../ui/download-text.ts";
import "../../../ui/SecretModal.css";

/** The signed text that a number was this customer's, to print, copy or save. */
export function CertificateModal({ orderId, onClose }: { orderId: string; onClose: () => void }) {
  const query = useQuery({
    queryKey: ["certificate", orderId],
    queryFn: () => own<Certificate>(`orders/${orderId}/certificate`, { mode: "live" }),
    gcTime: 0, // It says when it was issued.
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.title}
      size="lg"
      closeButtonProps={{ "aria-label": t.common.close }}
    >
      <Stack className="secrets">
        <Text>{texts.text(`${location.origin}/certificate`)}</Text>
        <Loaded query={query} rows={4}>
          {({ text }) => (
            <>
              <Group align="flex-start" gap="xs" wrap="nowrap">
                <pre className="secret" tabIndex={0} role="region" aria-label={texts.name}>
                  {text}
                </pre>
                <CopyButton value={text} label={t.common.copyOf(texts.name)} />
              </Group>
              <Group gap="xs" className="not-printed">
                <Button
                  variant="default"
                  leftSection={<IconDownload size={16} aria-hidden />}
                  onClick={() => downloadText(`certificate-${orderId}.txt`, text)}
                >
                  {t.common.download}
                </Button>
                <Button
                  variant="default"
                  leftSection={<IconPrinter size={16} aria-hidden />}
                  onClick={() => window.print()}
                >
                  {t.common.print}
                </Button>
              </Group>
            </>
          )}
        </Loaded>
      </Stack>
    </Modal>
  );
}
