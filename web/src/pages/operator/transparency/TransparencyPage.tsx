import { Button, Group, TextInput } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { own } from "../../../api/client.ts";
import type { Transparency } from "#answers/operator/transparency.ts";
import { useFilters } from "../../../state/search.ts";
import { transparency as texts } from "../../../texts/cases.ts";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Page } from "../../../ui/Page.tsx";
import { ExportButton } from "../../../ui/ExportButton.tsx";
import { Report } from "./Report.tsx";
import "./transparency.css";

/** Until today this year, or last year in January. */
function usualPeriod(now = new Date()): { from: string; to: string } {
  const year = now.getUTCMonth() === 0 ? now.getUTCFullYear() - 1 : now.getUTCFullYear();
  const tomorrow = new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10);
  return { from: `${year}-01-01`, to: now.getUTCMonth() === 0 ? `${year + 1}-01-01` : tomorrow };
}

/** What the operator may publish of a period. */
export function TransparencyPage() {
  const [filter, change] = useFilters("from", "to");
  const period = { ...usualPeriod(), ...filter };
  const query = useQuery({
    queryKey: ["operator", "transparency", period],
    queryFn: () => own<Transparency>("operator/transparency", { query: period }),
    placeholderData: keepPreviousData,
  });
  const dayField = (name: "from" | "to") => (
    <TextInput
      type="date"
      label={texts[name]}
      value={period[name]}
      onChange={({ currentTarget: { value } }) => value !== "" && change({ [name]: value })}
      w={{ base: "calc(50% - 5px)", xs: 150 }}
    />
  );
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      actions={
        <Group gap="xs" className="screen-only">
          <ExportButton path="operator/transparency" query={period} />
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => window.print()}
          >
            {texts.print}
          </Button>
        </Group>
      }
    >
      <Group align="flex-end" gap="xs">
        {dayField("from")}
        {dayField("to")}
      </Group>
      <Loaded query={query} rows={8}>
        {(report) => <Report report={report} />}
      </Loaded>
    </Page>
  );
}
