import { Table } from "@mantine/core";
import { docs as docsTexts } from "../texts/docs.ts";
import { Section } from "../ui/Section.tsx";
import "./ErrorList.css";

/** Every error code, with its status and what to do; each can be linked to. */
export function ErrorList() {
  return (
    <Section title={docsTexts.guides.errors} lead={docsTexts.errorsText}>
      <Table className="error-list">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{docsTexts.code}</Table.Th>
            <Table.Th scope="col">{docsTexts.status}</Table.Th>
            <Table.Th scope="col">{docsTexts.meaning}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {docsTexts.errorList.map(([code, status, meaning]) => (
            <Table.Tr key={code} id={`error-${code}`}>
              <Table.Td className="mono">{code}</Table.Td>
              <Table.Td>{status}</Table.Td>
              <Table.Td>{meaning}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}
