import { Button, Group } from "@mantine/core";
import { IconDownload, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { customerCases } from "../../../texts/cases.ts";
import { t } from "../../../texts/t.ts";
import { Section } from "../../../ui/Section.tsx";
import { WayLink } from "../../../ui/WayLink.tsx";
import { DeleteModal } from "./DeleteModal.tsx";

export function DataSection() {
  const [isDeleting, setDeleting] = useState(false);
  return (
    <Section
      title={t.settings.data}
      lead={t.settings.exportText}
      actions={
        <WayLink way={{ to: "/cases" }} className="text-link">
          {customerCases.link}
        </WayLink>
      }
    >
      <Group>
        <Button
          component="a"
          href="/dashboard/api/account/export"
          download
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {t.settings.export}
        </Button>
        <Button
          variant="outline"
          color="red.8"
          c="var(--mantine-color-error)"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => setDeleting(true)}
        >
          {t.settings.delete}
        </Button>
      </Group>
      {isDeleting && <DeleteModal onClose={() => setDeleting(false)} />}
    </Section>
  );
}
