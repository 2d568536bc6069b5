import { Text } from "@mantine/core";
import { docs as docsTexts } from "../../../texts/docs.ts";
import { InlineText } from "../../../ui/InlineText.tsx";

const errorCodes = new Set(docsTexts.errorList.map(([code]) => code));

/** A text of the document; error codes link to their descriptions. */
export const Inline = ({ text }: { text: string }) => (
  <InlineText text={text} addressOf={(code) => (errorCodes.has(code) ? `#error-${code}` : null)} />
);

export const Paragraphs = ({ text }: { text: string }) =>
  text.split("\n\n").map((paragraph) => (
    <Text key={paragraph} maw={760}>
      <Inline text={paragraph} />
    </Text>
  ));
