import { Button, Group, MultiSelect } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { own, withQuery } from "../../../api/client.ts";
import type { StatementLine } from "#answers/wallet.ts";
import { useMode } from "../../../state/mode.ts";
import { usePages } from "../../../data/use-pages.ts";
import { t } from "../../../texts/t.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { PagedTable } from "../../../parts/PagedTable.tsx";
import { Section } from "../../../ui/Section.tsx";
import { statementColumns } from "./columns.tsx";

const kinds = Object.entries(t.wallet.kinds).map(([value, label]) => ({ value, label }));

/** Every posting, newest first. */
export function StatementSection() {
  const mode = useMode();
  const [chosen, setChosen] = useState<string[]>([]);
  const kind = chosen.length === 0 ? undefined : chosen.join(",");
  const pages = usePages(
    ["statement", mode, kind],
    (before, limit) => own<StatementLine[]>("wallet/statement", { mode, query: { before, limit, kind } }),
    ({ seq }) => seq,
  );
  return (
    <Section
      title={t.wallet.statement}
      actions={
        <Group gap="xs" align="flex-end">
          <MultiSelect
            aria-label={t.wallet.kind}
            placeholder={chosen.length === 0 ? `${t.wallet.kind}: ${t.common.all}` : ""}
            data={kinds}
            value={chosen}
            onChange={setChosen}
            clearable
            size="xs"
            miw={190}
          />
          <Button
            component="a"
            href={withQuery("/dashboard/api/wallet/statement", { mode, kind, format: "csv" })}
            download="statement.csv"
            variant="default"
            size="xs"
            leftSection={<IconDownload size={14} aria-hidden />}
          >
            {t.wallet.export}
          </Button>
        </Group>
      }
    >
      <PagedTable
        label={t.wallet.statement}
        pages={pages}
        columns={statementColumns}
        rowKey={({ seq }) => seq}
        empty={<Empty text={t.wallet.empty} />}
      />
    </Section>
  );
}
