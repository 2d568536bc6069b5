import { Group, Stack, Text, Title } from "@mantine/core";
import { Samples } from "../../../parts/Samples.tsx";
import { reference as texts } from "../../../texts/reference.ts";
import { Answers } from "./Answers.tsx";
import { modelOf, sourcesOf, type Call, type Document } from "./document.ts";
import { Fields, fieldsOf, type Field } from "./Fields.tsx";
import { Paragraphs } from "./Markdown.tsx";
import { Method } from "./Method.tsx";

interface Props {
  call: Call;
  document: Document;
  apiKey: string;
}

/** One operation: what it does, takes and returns, and a sample in the reader's language. */
export function OperationSection({ call, document, apiKey }: Props) {
  const { operationId: id, method, path, summary, description } = call;
  const body = bodyOf(call, document);
  const parameters = parametersOf(call);
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="reference-part">
      <Title order={3} id={`${id}-title`}>
        <a href={`#${id}`} className="reference-anchor">
          {summary}
        </a>
      </Title>
      <Group gap="xs" my={4}>
        <Method name={method} />
        <Text component="span" className="mono">
          {path}
        </Text>
      </Group>
      <Paragraphs text={description} />
      <div className="reference-sides">
        <Stack gap="md">
          {parameters.length > 0 && (
            <div>
              <Title order={4} fz="sm">
                {texts.parameters}
              </Title>
              <Fields fields={parameters} label={texts.parameters} />
            </div>
          )}
          {body.length > 0 && (
            <div>
              <Title order={4} fz="sm">
                {texts.body}
              </Title>
              <Text c="dimmed">{texts.bodyHint}</Text>
              <Fields fields={body} label={texts.body} />
            </div>
          )}
          <Answers call={call} />
        </Stack>
        <div className="reference-sample">
          <Samples sources={sourcesOf(call, apiKey)} label={texts.sample(summary)} />
        </div>
      </div>
    </section>
  );
}

const parametersOf = ({ parameters = [] }: Call): Field[] =>
  parameters.map(({ name, in: place, required = false, description, example, schema }) => ({
    name,
    schema,
    required,
    description,
    example,
    note: place === "header" ? texts.header : undefined,
  }));

function bodyOf({ requestBody }: Call, { components }: Document): Field[] {
  const schema = requestBody?.content["application/json"]?.schema;
  if (!schema) return [];
  const model = modelOf(schema);
  return fieldsOf(model === undefined ? schema : (components.schemas[model] ?? {}));
}
