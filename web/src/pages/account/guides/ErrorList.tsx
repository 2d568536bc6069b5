import { Table } from "@mantine/core";
import { t } from "../../../texts/t.ts";
import { Section } from "../../../ui/Section.tsx";

export function ErrorList() {
  return (
    <Section title={t.docs.guides.errors} lead={t.docs.errorsText}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t.docs.code}</Table.Th>
            <Table.Th scope="col">{t.docs.status}</Table.Th>
            <Table.Th scope="col">{t.docs.meaning}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {t.docs.errorList.map(([code, status, meaning]) => (
            <Table.Tr key={code}>
              <Table.Td className="mono" style={{ overflowWrap: "anywhere" }}>
                {code}
              </Table.Td>
              <Table.Td>{status}</Table.Td>
              <Table.Td>{meaning}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}
