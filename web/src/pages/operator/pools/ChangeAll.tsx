import { Button, Group, NumberInput } from "@mantine/core";
import { useState } from "react";
import { t } from "../../../texts/t.ts";

/** Raises or lowers every price of the list by a percentage; saves nothing. */
export function ChangeAll({ onChange }: { onChange: (percent: number) => void }) {
  const [percent, setPercent] = useState<number | string>("");
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <NumberInput
        aria-label={t.stock.changeAll}
        placeholder={t.stock.changeAll}
        suffix=" %"
        min={-90}
        max={900}
        w={150}
        value={percent}
        onChange={setPercent}
      />
      <Button
        variant="default"
        disabled={percent === ""}
        onClick={() => {
          onChange(Number(percent));
          setPercent("");
        }}
      >
        {t.stock.apply}
      </Button>
    </Group>
  );
}
