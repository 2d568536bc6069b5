import { SegmentedControl } from "@mantine/core";
import { t } from "../../texts/t.ts";
import { useChooseMode, useMode, type Mode } from "../../state/mode.ts";

export function ModeSwitch() {
  const choose = useChooseMode();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t.shell.mode}
      value={useMode()}
      onChange={(mode) => choose(mode as Mode)}
      data={[
        { value: "live", label: t.shell.live },
        { value: "test", label: t.shell.sandbox },
      ]}
    />
  );
}
