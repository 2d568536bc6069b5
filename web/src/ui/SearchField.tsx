import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { t } from "../texts/t.ts";

interface Props {
  hint: string;
  /** The current search text. */
  value?: string;
  onSearch: (text: string) => void;
}

/** Reports the search text once typing pauses. */
export function SearchField({ hint, value: first = "", onSearch }: Props) {
  const [text, setText] = useState(first);
  const later = useDebouncedCallback(onSearch, 250);
  useEffect(() => {
    if (first === "") setText(""); // The filters were cleared.
  }, [first]);
  return (
    <TextInput
      label={t.common.search}
      placeholder={hint}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={text}
      onChange={({ currentTarget: { value } }) => {
        setText(value);
        later(value.trim());
      }}
      w={{ base: "100%", xs: 230 }}
    />
  );
}
