import { SimpleGrid } from "@mantine/core";
import type { Figures, Overview } from "#answers/operator/overview.ts";
import { operator as operatorTexts } from "../../../texts/operator.ts";
import { t } from "../../../texts/t.ts";
import { Tile } from "../../../ui/Tile.tsx";
import { WayLink } from "../../../ui/WayLink.tsx";
import { count, money, percent } from "../../../ui/format.ts";
import { Change } from "./Change.tsx";

type Props = Pick<Overview, "today" | "yesterday" | "currency" | "since">;

/** Four figures of today compared with yesterday up to this hour; each links to the list behind it. */
export function DayTiles({ today, yesterday, currency, since }: Props) {
  const all = { mode: "live", from: since.today };
  const withCode = { ...all, status: "RECEIVED,FINISHED" };
  const seconds = (value: number | null): string =>
    value === null ? t.common.none : t.common.seconds(value);
  const tiles = [
    {
      name: operatorTexts.orders,
      search: all,
      of: ({ orders }: Figures) => orders,
      written: (value: number | null) => count(value ?? 0),
    },
    {
      name: operatorTexts.success,
      search: withCode,
      of: ({ success }: Figures) => success,
      written: percent,
    },
    {
      name: operatorTexts.revenue,
      search: withCode,
      of: ({ revenue }: Figures) => revenue,
      written: (value: number | null) => money(value ?? 0, currency),
      note: operatorTexts.marginOf(money(today.margin, currency)),
    },
    {
      name: operatorTexts.seconds,
      search: withCode,
      of: (figures: Figures) => figures.median_seconds,
      written: seconds,
      lessIsGood: true,
    },
  ];
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="md">
      {tiles.map(({ name, search, of, written, note, lessIsGood = false }) => (
        <WayLink key={name} way={{ to: "/operator/orders", search }} className="tile-link">
          <Tile
            name={name}
            value={written(of(today))}
            note={
              <>
                <Change now={of(today)} before={of(yesterday)} lessIsGood={lessIsGood} />
                {operatorTexts.against(written(of(yesterday)))}
                {note && <div>{note}</div>}
              </>
            }
          />
        </WayLink>
      ))}
    </SimpleGrid>
  );
}
