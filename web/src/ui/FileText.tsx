import { FileInput, Textarea } from "@mantine/core";
import type { ReactNode } from "react";
import { stock as stockTexts } from "../texts/stock.ts";
import { readTextFile } from "./read-text-file.ts";

interface Props {
  value: string;
  error?: ReactNode;
  onChange: (text: string) => void;
}

/** Larger files are not shown as text: a browser takes seconds to render a million lines. */
const longestShown = 100_000;

/** A CSV: chosen as a file, or pasted. */
export function FileText({ value, error, onChange }: Props) {
  const isLong = value.length > longestShown;
  return (
    <>
      <FileInput
        label={stockTexts.file}
        placeholder={stockTexts.chooseFile}
        accept=".csv,text/csv,text/plain"
        clearable
        {...(isLong ? { error } : {})}
        onChange={(file) => (file ? void readTextFile(file).then(onChange) : onChange(""))}
      />
      {!isLong && (
        <Textarea
          label={stockTexts.csv}
          classNames={{ input: "mono" }}
          rows={6}
          spellCheck={false}
          value={value}
          error={error}
          onChange={({ currentTarget: { value: text } }) => onChange(text)}
        />
      )}
    </>
  );
}
