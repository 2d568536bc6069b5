import { Group, Modal, Stack, Text } from "@mantine/core";
import type { Source } from "#answers/operator/sources.ts";
import { useGuide } from "../../../data/use-sources.ts";
import { stock as stockTexts } from "../../../texts/stock.ts";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { t } from "../../../texts/t.ts";
import { SetUpSteps } from "./SourceSetUp.tsx";

/** How to set up the other end of a source that exists; it shows no secret. */
export function GuideModal({ source: { id, name }, onClose }: { source: Source; onClose: () => void }) {
  const guide = useGuide(id);
  return (
    <Modal opened onClose={onClose} title={stockTexts.guideTitle(name)} size="lg">
      <Loaded query={guide}>
        {({ url, steps }) => (
          <Stack>
            <div>
              <Text fw={500}>{stockTexts.guideUrl}</Text>
              <Text className="mono">{url}</Text>
              <Text size="xs" c="dimmed">
                {stockTexts.guideUrlHint}
              </Text>
            </div>
            <SetUpSteps steps={steps} />
            <Group>
              <CopyButton value={steps.join("\n")} label={t.common.copyOf(stockTexts.otherEnd)} />
            </Group>
          </Stack>
        )}
      </Loaded>
    </Modal>
  );
}
