import { Text, Title } from "@mantine/core";
import { reference as texts } from "../../../texts/reference.ts";
import type { Call, Media } from "./document.ts";
import { Inline } from "./Markdown.tsx";
import { TypeText } from "./TypeText.tsx";

/** The answers by status: what `data` is, and the error codes. */
export const Answers = ({ call: { responses } }: { call: Call }) => (
  <div>
    <Title order={4} fz="sm">
      {texts.answers}
    </Title>
    <ul className="reference-fields" aria-label={texts.answers}>
      {Object.entries(responses).map(([status, { description, content }]) => (
        <li key={status}>
          <Text component="span" className="mono" fw={600}>
            {status}
          </Text>{" "}
          {status === "200" && <Data media={content?.["application/json"]} />}
          <Text component="span">
            <Inline text={description} />
          </Text>
        </li>
      ))}
    </ul>
  </div>
);

function Data({ media }: { media: Media | undefined }) {
  const data = media?.schema.properties?.["data"];
  return (
    data && (
      <Text component="span" c="dimmed" size="sm">
        data: <TypeText schema={data} />.{" "}
      </Text>
    )
  );
}
