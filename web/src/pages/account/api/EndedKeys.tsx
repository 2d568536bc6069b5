import { Button } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import type { Key } from "#answers/keys.ts";
import { keyColumns } from "../../../parts/key-columns.tsx";
import { t } from "../../../texts/t.ts";
import { DataTable } from "../../../ui/DataTable.tsx";

/** Keys that sign nothing any more, folded away. */
export function EndedKeys({ keys }: { keys: Key[] }) {
  const [isOpen, setOpen] = useState(false);
  const Icon = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <div>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        aria-expanded={isOpen}
        leftSection={<Icon size={14} aria-hidden />}
        onClick={() => setOpen(!isOpen)}
      >
        {t.api.foldedKeys(keys.length)}
      </Button>
      {isOpen && (
        <DataTable
          label={t.api.foldedKeys(keys.length)}
          columns={keyColumns(null).slice(0, -1)}
          rows={keys}
          rowKey={({ id }) => id}
        />
      )}
    </div>
  );
}
