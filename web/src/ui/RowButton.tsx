import { Button } from "@mantine/core";

interface Props {
  text: string;
  /** The name of the row's object, for those who cannot see which row the button is in. */
  label?: string;
  loading?: boolean;
  onClick: () => void;
}

/** A small button in a row of a list. */
export function RowButton({ text, label, loading, onClick }: Props) {
  return (
    <Button variant="default" size="compact-sm" aria-label={label} loading={loading} onClick={onClick}>
      {text}
    </Button>
  );
}
