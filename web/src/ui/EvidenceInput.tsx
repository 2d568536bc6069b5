import { FileInput } from "@mantine/core";
import type { ReactNode } from "react";
import { standing as texts } from "../texts/standing.ts";

interface Props {
  value?: File | null;
  error?: ReactNode;
  onChange: (file: File | null) => void;
}

/** A document that shows who somebody is. */
export const EvidenceInput = (props: Props) => (
  <FileInput
    label={texts.file}
    placeholder={texts.chooseFile}
    accept="application/pdf,image/jpeg,image/png"
    clearable
    {...props}
  />
);
