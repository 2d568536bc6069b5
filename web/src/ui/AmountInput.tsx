import { NumberInput, type NumberInputProps } from "@mantine/core";

/** A field for an amount of money, at least zero. */
export function AmountInput(props: NumberInputProps) {
  return <NumberInput min={0} decimalScale={2} fixedDecimalScale {...props} />;
}
