import { Stack, Text, Title } from "@mantine/core";
import { reference as texts } from "../../../texts/reference.ts";
import type { Schema } from "./document.ts";
import { Fields, fieldsOf } from "./Fields.tsx";
import { Inline } from "./Markdown.tsx";

/** The models that calls take and return, by name. */
export const Models = ({ schemas }: { schemas: Record<string, Schema> }) => (
  <section id="models" aria-labelledby="models-title">
    <Title order={2} id="models-title" mb="sm">
      {texts.models}
    </Title>
    <Stack gap="xl">
      {Object.entries(schemas).map(([name, schema]) => (
        <section key={name} id={`model-${name}`} aria-labelledby={`model-${name}-title`}>
          <Title order={3} id={`model-${name}-title`} className="mono">
            {name}
          </Title>
          {schema.description && (
            <Text>
              <Inline text={schema.description} />
            </Text>
          )}
          {schema.enum && (
            <Text>
              {texts.oneOf} <Inline text={schema.enum.map((value) => `\`${String(value)}\``).join(", ")} />
            </Text>
          )}
          {schema.properties && <Fields fields={fieldsOf(schema)} label={name} />}
        </section>
      ))}
    </Stack>
  </section>
);
