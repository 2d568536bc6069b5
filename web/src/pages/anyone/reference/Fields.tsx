import { Text } from "@mantine/core";
import { reference as texts } from "../../../texts/reference.ts";
import type { Schema } from "./document.ts";
import { Inline } from "./Markdown.tsx";
import { TypeText } from "./TypeText.tsx";

export interface Field {
  name: string;
  schema: Schema;
  required: boolean;
  description?: string | undefined;
  example?: unknown;
  /** Marks a header, if the others are not headers. */
  note?: string | undefined;
}

/** The fields of a model or a call: name, type and description, below each other. */
export const Fields = ({ fields, label }: { fields: Field[]; label: string }) => (
  <ul className="reference-fields" aria-label={label}>
    {fields.map(({ name, schema, required, description, example, note }) => (
      <li key={name}>
        <Text component="span" className="mono" fw={600} style={{ overflowWrap: "anywhere" }}>
          {name}
        </Text>{" "}
        <Text component="span" c="dimmed" size="sm">
          <TypeText schema={schema} />
          {note && `, ${note}`}
          {required && `, ${texts.required}`}
        </Text>
        {description && (
          <Text maw={720}>
            <Inline text={description} />
          </Text>
        )}
        {example !== undefined && (
          <Text size="sm" c="dimmed">
            {texts.example} <span className="mono">{String(example)}</span>
          </Text>
        )}
        {schema.items?.properties && <Fields fields={fieldsOf(schema.items)} label={name} />}
      </li>
    ))}
  </ul>
);

export const fieldsOf = ({ properties = {}, required = [] }: Schema): Field[] =>
  Object.entries(properties).map(([name, schema]) => ({
    name,
    schema,
    required: required.includes(name),
    description: schema.description,
    example: schema.examples?.[0],
  }));
