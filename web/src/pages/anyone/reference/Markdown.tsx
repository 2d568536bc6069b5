import { Anchor, Code, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { t } from "../../../texts/t.ts";

const token = /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\(([^)]+)\)/g;
const errorCodes = new Set(t.docs.errorList.map(([code]) => code));

/** A text of the document: code, bold and links; error codes link to their descriptions. */
export function Inline({ text }: { text: string }) {
  const parts: ReactNode[] = [];
  let end = 0;
  for (const match of text.matchAll(token)) {
    const [whole, code, bold, label, address] = match;
    parts.push(text.slice(end, match.index));
    end = match.index + whole.length;
    if (code !== undefined)
      parts.push(
        errorCodes.has(code) ? (
          <Anchor key={end} href={`#error-${code}`} className="mono" fz="0.92em">
            {code}
          </Anchor>
        ) : (
          <Code key={end}>{code}</Code>
        ),
      );
    else if (bold !== undefined) parts.push(<strong key={end}>{bold}</strong>);
    else
      parts.push(
        <Anchor key={end} href={address ?? ""}>
          {label}
        </Anchor>,
      );
  }
  return (
    <>
      {parts}
      {text.slice(end)}
    </>
  );
}

export const Paragraphs = ({ text }: { text: string }) =>
  text.split("\n\n").map((paragraph) => (
    <Text key={paragraph} maw={760}>
      <Inline text={paragraph} />
    </Text>
  ));
