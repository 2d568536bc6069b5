import { Button, Group, NumberInput } from "@mantine/core";
import { useState } from "react";
import { stock as stockTexts } from "../../../texts/stock.ts";

/** Raises or lowers every price of the list by a percentage; saves nothing. */
export function ChangeAll({ onChange }: { onChange: (percent: number) => void }) {
  const [percent, setPercent] = useState<number | string>("");
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <NumberInput
        aria-label={stockTexts.changeAll}
        placeholder={stockTexts.changeAll}
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
        {stockTexts.apply}
      </Button>
    </Group>
  );
}
