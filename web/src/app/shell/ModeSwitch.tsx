import { SegmentedControl } from "@mantine/core";
import { t } from "../../texts/t.ts";
import { setMode, useMode, type Mode } from "../../state/mode.ts";

export function ModeSwitch() {
  return (
    <SegmentedControl
      size="xs"
      aria-label={t.shell.mode}
      value={useMode()}
      onChange={(mode) => setMode(mode as Mode)}
      data={[
        { value: "live", label: t.shell.live },
        { value: "test", label: t.shell.sandbox },
      ]}
    />
  );
}
