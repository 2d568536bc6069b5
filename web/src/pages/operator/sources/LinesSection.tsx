import { useState } from "react";
import type { Line } from "#answers/operator/lines.ts";
import { useLineChange, useLines } from "../../../data/use-lines.ts";
import { lines as texts } from "../../../texts/lines.ts";
import { DataTable } from "../../../ui/DataTable.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { ReasonModal } from "../../../ui/ReasonModal.tsx";
import { Section } from "../../../ui/Section.tsx";
import { lineColumns, nameOf } from "./line-columns.tsx";

/** What numbers are heard through, once anything was heard. */
export function LinesSection() {
  const lines = useLines();
  const change = useLineChange();
  const [changing, setChanging] = useState<Line | null>(null);
  return (
    <Loaded query={lines}>
      {(rows) =>
        rows.length > 0 && (
          <Section title={texts.title} lead={texts.lead}>
            <DataTable
              label={texts.title}
              columns={lineColumns(setChanging)}
              rows={rows}
              rowKey={({ id }) => id}
            />
            {changing && (
              <ReasonModal
                {...wordsFor(changing)}
                danger={changing.state !== "down"}
                reason
                onClose={() => setChanging(null)}
                onConfirm={(reason) => change(changing, reason)}
              />
            )}
          </Section>
        )
      }
    </Loaded>
  );
}

const wordsFor = (line: Line) =>
  line.state === "down"
    ? { title: texts.bringUpTitle(nameOf(line)), text: texts.bringUpText, confirm: texts.bringUp }
    : { title: texts.takeDownTitle(nameOf(line)), text: texts.takeDownText, confirm: texts.takeDown };
