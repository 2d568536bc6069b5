import type { Overview, TableRow } from "#answers/operator/overview.ts";
import { operator as operatorTexts } from "../../../texts/operator.ts";
import { t } from "../../../texts/t.ts";
import { percent } from "../../../ui/format.ts";
import { WayLink } from "../../../ui/WayLink.tsx";
import "./SuccessMatrix.css";

const goodPercent = 75;
const middlePercent = 50;

function tintOf(success: number | null): "good" | "middle" | "bad" | undefined {
  if (success === null) return undefined;
  if (success >= goodPercent) return "good";
  return success >= middlePercent ? "middle" : "bad";
}

/** Services as rows, pools as columns: how often a code came, of how many orders. A cell links to its orders. */
export function SuccessMatrix({ table, since }: Pick<Overview, "table" | "since">) {
  const pools = [...new Map(table.map(({ pool_id: id, pool }) => [id, pool]))].toSorted(([a], [b]) => a - b);
  const services = [...Map.groupBy(table, ({ service }) => service).values()];
  return (
    <div className="matrix" tabIndex={0} role="region" aria-label={operatorTexts.table}>
      <table>
        <thead>
          <tr>
            <th scope="col" style={{ textAlign: "left" }}>
              {t.rent.service}
            </th>
            {pools.map(([id, pool]) => (
              <th key={id} scope="col">
                {pool}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {services.map((cells) => (
            <tr key={cells[0]?.service}>
              <th scope="row">{cells[0]?.name}</th>
              {pools.map(([id]) => (
                <td key={id}>
                  <Cell figures={cells.find(({ pool_id: pool }) => pool === id)} from={since.table} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ figures, from }: { figures: TableRow | undefined; from: string }) {
  if (!figures) return null;
  const { service, pool_id: pool, success, n, orders, median_seconds: median } = figures;
  const title = operatorTexts.cell(orders, median === null ? t.common.none : t.common.seconds(median));
  return (
    <WayLink
      way={{ to: "/operator/orders", search: { mode: "live", service, pool: String(pool), from } }}
      className="matrix-cell"
      data-tint={tintOf(success)}
      title={title}
    >
      {success === null ? operatorTexts.waiting : percent(success)}
      <small>{success === null ? orders : t.common.sample(n)}</small>
    </WayLink>
  );
}
