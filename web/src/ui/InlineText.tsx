import { Anchor, Code } from "@mantine/core";
import type { ReactNode } from "react";

const token = /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\(([^)]+)\)/g;

interface Props {
  text: string;
  /** The address of the description of what is written as code, if there is one. */
  addressOf?: (code: string) => string | null;
}

/** A line of Markdown: code, bold and links. */
export function InlineText({ text, addressOf = () => null }: Props) {
  const parts: ReactNode[] = [];
  let end = 0;
  for (const match of text.matchAll(token)) {
    const [whole, code, bold, label, address] = match;
    parts.push(text.slice(end, match.index));
    end = match.index + whole.length;
    if (code !== undefined) {
      const href = addressOf(code);
      parts.push(
        href === null ? (
          <Code key={end}>{code}</Code>
        ) : (
          <Anchor key={end} href={href} className="mono" fz="0.92em">
            {code}
          </Anchor>
        ),
      );
    } else if (bold !== undefined) parts.push(<strong key={end}>{bold}</strong>);
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
