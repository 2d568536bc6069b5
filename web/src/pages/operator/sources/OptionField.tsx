import { PasswordInput, Select, TextInput, Textarea } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import type { KindOption } from "#answers/operator/sources.ts";
import { locale } from "../../../texts/language.ts";
import { stock as stockTexts } from "../../../texts/stock.ts";
import { regionName } from "../../../ui/format.ts";
import type { OptionValues } from "./option-values.ts";

/** The props that the form gives a field. */
type Input = ReturnType<UseFormReturnType<OptionValues>["getInputProps"]>;

/** The field for one setting of a source. */
export function OptionField({ option, input }: { option: KindOption; input: Input }) {
  const { type, label, help, required } = option;
  const about = { label, description: help, withAsterisk: required };
  if (type === "choice") return <Select {...about} data={option.choices} allowDeselect={false} {...input} />;
  if (type === "country")
    return (
      <Select
        {...about}
        searchable
        clearable
        placeholder={stockTexts.optional}
        data={countryData(option.choices)}
        {...input}
      />
    );
  if (type === "numbers")
    return (
      <Textarea {...about} description={`${help} ${stockTexts.linesHint}`} autosize minRows={2} {...input} />
    );
  if (type === "secrets") return <PasswordInput {...about} autoComplete="off" {...input} />;
  return <TextInput {...about} placeholder={option.default ?? stockTexts.optional} {...input} />;
}

const countryData = (codes: string[]) =>
  codes
    .map((code) => ({ value: code, label: `${regionName(code)} (${code})` }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));
