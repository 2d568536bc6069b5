import { Stack, Table, Text } from "@mantine/core";
import type { Extracted } from "#api-answers/extract.ts";
import { extract as texts } from "../../../texts/extract.ts";

/** The code that was found, the service the message is from, and every candidate with its points. */
export function Found({
  found: { code, confidence, services, threshold, candidates },
}: {
  found: Extracted;
}) {
  return (
    <Stack gap="xs">
      <Text className="mono" fz={36} fw={700} lh={1.2}>
        {code ?? texts.noCode}
      </Text>
      <Text>{code === null ? texts.belowThreshold(threshold) : texts.confidence(confidence)}</Text>
      <Text>
        {services.length === 0
          ? texts.noService
          : texts.services(services.map(({ name, confidence: sure }) => `${name} (${sure.toFixed(2)})`))}
      </Text>
      {candidates.length > 0 && (
        <Table aria-label={texts.candidates} verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{texts.candidate}</Table.Th>
              <Table.Th>{texts.points}</Table.Th>
              <Table.Th>{texts.why}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {candidates.map(({ code: text, span, score, reasons }) => (
              <Table.Tr key={span.join("-")} style={{ verticalAlign: "top" }}>
                <Table.Td className="mono">{text}</Table.Td>
                <Table.Td>{score}</Table.Td>
                <Table.Td>
                  <ul style={{ margin: 0, paddingLeft: "1.1rem" }}>
                    {reasons.map(({ points, text: reason }, place) => (
                      <li key={place}>
                        {points > 0 ? `+${points}` : points} {reason}
                      </li>
                    ))}
                  </ul>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  );
}
