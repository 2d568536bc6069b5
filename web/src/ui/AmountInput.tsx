import { NumberInput, type NumberInputProps } from "@mantine/core";

/** A field for an amount of money, from nothing upwards. */
export function AmountInput(props: NumberInputProps) {
  return <NumberInput min={0} decimalScale={2} fixedDecimalScale thousandSeparator="," {...props} />;
}
