import { Kbd, Modal, Table } from "@mantine/core";
import { shortcuts as texts } from "../../texts/palette.ts";
import { t } from "../../texts/t.ts";
import { paletteKeys } from "./shortcut.ts";

const list = [
  [paletteKeys, texts.openPalette],
  ["?", texts.help],
  ["C", texts.copyCode],
  ["Enter", texts.enter],
  ["Esc", texts.escape],
  ["Tab", texts.tab],
] as const;

/** Every keyboard shortcut. */
export const Shortcuts = ({ onClose }: { onClose: () => void }) => (
  <Modal
    opened
    onClose={onClose}
    title={texts.title}
    closeButtonProps={{ "aria-label": t.common.close }}
    zIndex={400}
  >
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{texts.keys}</Table.Th>
          <Table.Th scope="col">{texts.action}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {list.map(([keys, action]) => (
          <Table.Tr key={keys}>
            <Table.Td style={{ whiteSpace: "nowrap" }}>
              <Kbd>{keys}</Kbd>
            </Table.Td>
            <Table.Td>{action}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </Modal>
);
