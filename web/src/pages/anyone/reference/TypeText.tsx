import { Anchor } from "@mantine/core";
import { Fragment } from "react";
import { reference as texts } from "../../../texts/reference.ts";
import { modelOf, type Schema } from "./document.ts";

/** The type of a value in words, with links to the models. */
export function TypeText({ schema }: { schema: Schema }) {
  const model = modelOf(schema);
  if (model !== undefined) return <Anchor href={`#model-${model}`}>{model}</Anchor>;
  if (schema.anyOf)
    return schema.anyOf.map((option, place) => (
      <Fragment key={place}>
        {place > 0 && texts.or}
        <TypeText schema={option} />
      </Fragment>
    ));
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(texts.or);
  if (schema.items)
    return (
      <>
        {texts.arrayOf}
        <TypeText schema={schema.items} />
      </>
    );
  return simpleType(schema);
}

/** A limit from this value on is only the width of a field, and tells a reader nothing. */
const longNumber = 1e8;

function simpleType({ type = "", format, minimum, maximum }: Schema): string {
  if (format !== undefined) return texts.format(format);
  const most = maximum !== undefined && maximum < longNumber ? maximum : undefined;
  if (minimum === undefined && most === undefined) return type;
  return `${type} (${texts.range(minimum, most)})`;
}
