import { Group } from "@mantine/core";
import type { Overview } from "#answers/operator/overview.ts";
import { operator as operatorTexts } from "../../../texts/operator.ts";
import { Light } from "../../../ui/Light.tsx";
import { Section } from "../../../ui/Section.tsx";
import { WayLink, type Way } from "../../../ui/WayLink.tsx";
import { ago } from "../../../ui/format.ts";
import { sourceState, supplierState } from "../../../parts/lights.ts";

interface Line {
  key: string;
  name: string;
  state: "good" | "bad" | "idle";
  text: string;
  way: Way;
}

/** The sources of messages and numbers: a light, and when something last came. */
export function Lights({ sources, suppliers }: Pick<Overview, "sources" | "suppliers">) {
  const lines: Line[] = [
    ...sources
      .filter(({ retired_at: retired, kind }) => retired === null && kind !== "sandbox")
      .map((source) => ({
        key: `source ${source.id}`,
        name: source.name,
        state: sourceState(source),
        text: source.last_message_at === null ? operatorTexts.noMessageYet : ago(source.last_message_at),
        way: { to: "/operator/messages", search: { state: "all", source: String(source.id) } },
      })),
    ...suppliers.map((supplier) => ({
      key: supplier.supplier,
      name: operatorTexts.suppliers[supplier.supplier] ?? supplier.supplier,
      state: supplierState(supplier),
      text:
        supplier.last_code_at === null
          ? operatorTexts.noCodeYet
          : operatorTexts.codeAgo(ago(supplier.last_code_at)),
      way: { to: "/operator/orders", search: { mode: "live", supplier: supplier.supplier } },
    })),
  ];
  return (
    <Section title={operatorTexts.lights}>
      <ul className="plain-list">
        {lines.map(({ key, name, state, text, way }) => (
          <li key={key}>
            <Group justify="space-between" gap="xs" wrap="nowrap">
              <WayLink way={way} className="text-link">
                {name}
              </WayLink>
              <Light state={state} text={text} />
            </Group>
          </li>
        ))}
      </ul>
    </Section>
  );
}
