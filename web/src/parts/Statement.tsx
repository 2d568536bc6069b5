import { Group, MultiSelect } from "@mantine/core";
import { own } from "../api/client.ts";
import type { StatementLine, StatementTotals } from "#answers/wallet.ts";
import { usePages } from "../data/use-pages.ts";
import type { Mode } from "../state/mode.ts";
import { periodFilters, queryOf } from "../state/period.ts";
import { useFilters } from "../state/search.ts";
import { t } from "../texts/t.ts";
import { Empty } from "../ui/Empty.tsx";
import { ExportButton } from "../ui/ExportButton.tsx";
import { money } from "../ui/format.ts";
import { PeriodField } from "../ui/PeriodField.tsx";
import { SortChoice } from "../ui/SortChoice.tsx";
import { PagedTable } from "./PagedTable.tsx";
import { SavedViews } from "./SavedViews.tsx";
import { Totals } from "./Totals.tsx";
import { statementColumns } from "./statement-columns.tsx";

export const statementFilters = ["kind", "sort", ...periodFilters] as const;
const kinds = Object.entries(t.wallet.kinds).map(([value, label]) => ({ value, label }));

interface Props {
  /** Under /dashboard/api. */
  path: string;
  queryKey: readonly unknown[];
  mode: Mode;
  currency: string;
  isOwn: boolean;
}

/** Every posting of a wallet, with its filters, which are kept in the page's URL. */
export function Statement({ path, queryKey, mode, currency, isOwn }: Props) {
  const [filter, change] = useFilters(...statementFilters, ...(isOwn ? [] : (["mode"] as const)));
  const { kind = "", sort, period, from, to } = filter;
  const asked = queryOf({
    ...(kind === "" ? {} : { kind }),
    ...(sort ? { sort } : {}),
    ...(isOwn ? {} : { mode }),
    ...(period ? { period } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  });
  const key = [...queryKey, asked];
  const pages = usePages(
    key,
    (before, limit) => own<StatementLine[]>(path, { mode, query: { ...asked, before, limit } }),
    ({ seq }) => seq,
  );
  return (
    <>
      <Group gap="xs" align="flex-end">
        <MultiSelect
          label={t.wallet.kind}
          placeholder={kind === "" ? t.common.all : ""}
          data={kinds}
          value={kind === "" ? [] : kind.split(",")}
          onChange={(chosen) => change({ kind: chosen.join(",") })}
          clearable
          w={{ base: "100%", xs: 190 }}
        />
        <PeriodField value={filter} onChange={change} />
        <SortChoice value={sort} onChange={(next) => change({ sort: next })} />
        <SavedViews filter={filter} onChoose={change} />
        <ExportButton path={path} query={{ ...asked, mode }} />
      </Group>
      <Totals<StatementTotals>
        queryKey={key}
        path={`${path}/totals`}
        mode={mode}
        query={asked}
        more={(totals) => [
          t.wallet.cameIn(money(totals.in, currency)),
          t.wallet.wentOut(money(totals.out, currency)),
        ]}
      />
      <PagedTable
        label={t.wallet.statement}
        pages={pages}
        columns={statementColumns({ currency, isOwn })}
        rowKey={({ seq }) => seq}
        empty={
          <Empty
            text={Object.keys(asked).length > (isOwn ? 0 : 1) ? t.wallet.emptyFiltered : t.wallet.empty}
          />
        }
      />
    </>
  );
}
