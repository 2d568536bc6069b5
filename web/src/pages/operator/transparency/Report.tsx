import { Table } from "@mantine/core";
import type { Transparency } from "#answers/operator/transparency.ts";
import { transparency as texts } from "../../../texts/cases.ts";
import { locale } from "../../../texts/language.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { Section } from "../../../ui/Section.tsx";

type Row = [name: string, count: string];

const rowsOf = (counts: Record<string, number>): Row[] =>
  Object.entries(counts).map(([name, n]) => [texts.names[name] ?? name, n.toLocaleString(locale)]);

export const Report = ({ report }: { report: Transparency }) => (
  <>
    <Counts title={texts.orders} rows={rowsOf(report.orders)} />
    <Counts
      title={texts.refusals}
      empty={texts.noRefusals}
      rows={report.refusals.map(({ code, route, n }) => [`${code} · ${route}`, n.toLocaleString(locale)])}
    />
    <Counts title={texts.reports} rows={rowsOf(report.reports)} />
    <Counts title={texts.requests} rows={rowsOf(report.requests)} />
    <Counts
      title={texts.erasures}
      rows={[
        ...rowsOf(report.erasures),
        ...report.erased_by_rule.map(({ kind, n }): Row => [
          texts.erasedByRule(kind),
          n.toLocaleString(locale),
        ]),
      ]}
    />
    <Counts
      title={texts.weakened}
      empty={texts.noneWeakened}
      rows={report.weakened.map(({ name, value, sentence }) => [`${name}: ${sentence}`, value])}
    />
  </>
);

function Counts({ title, rows, empty = "" }: { title: string; rows: Row[]; empty?: string }) {
  return (
    <Section title={title}>
      {rows.length === 0 ? (
        <Empty text={empty} />
      ) : (
        <Table aria-label={title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{texts.what}</Table.Th>
              <Table.Th ta="right">{texts.count}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(([name, count]) => (
              <Table.Tr key={name}>
                <Table.Td style={{ overflowWrap: "anywhere" }}>{name}</Table.Td>
                <Table.Td ta="right">{count}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  );
}
