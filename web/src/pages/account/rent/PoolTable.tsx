import { Badge, Table, Text, Title } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { isApiError } from "../../../api/error.ts";
import { useMay } from "../../../data/use-me.ts";
import { useCountries, usePools, useServiceNames } from "../../../data/use-catalog.ts";
import { t } from "../../../texts/t.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { PoolRow } from "./PoolRow.tsx";
import { RentRefusal } from "./RentRefusal.tsx";
import { useRent } from "./use-rent.ts";
import "../../../ui/DataTable.css";

interface Props {
  country: string | null;
  service: string | null;
  /** The name of the service, if the list has it. */
  name?: string;
  onRented: (orderId: string) => void;
}

/** The pools that offer the service: price, success rate, seconds and stock; the best first. */
export function PoolTable({ country, service, name, onRented }: Props) {
  const pools = usePools(country, service);
  const rent = useRent(onRented);
  const nameOf = useServiceNames();
  const countries = useCountries().data;
  const mayRent = useMay("owner", "developer");
  if (country === null) return <Empty text={t.rent.pickCountry} />;
  if (service === null) return <Empty text={t.rent.pickService} />;
  // What the server refuses is not retried; a failure can be retried with a click.
  const isRefused = pools.data === undefined && isApiError(pools.error) && isNo(pools.error.status);
  const best = pools.data?.find(({ count }) => count > 0)?.pool;

  const countryName = countries?.find((one) => one.country === country)?.name ?? country;

  return (
    <>
      <Title order={2} mb="xs">
        {t.rent.offers(name ?? nameOf(service), countryName)}
      </Title>
      {rent.error && <RentRefusal error={rent.error} />}
      {pools.data && pools.data.length > 0 && best === undefined && (
        <Text c="dimmed" mb="xs">
          {t.rent.allOut}
        </Text>
      )}
      {!mayRent && <Text c="dimmed">{t.rent.viewer}</Text>}
      {isRefused && pools.error ? (
        <RentRefusal error={pools.error} />
      ) : (
        <Loaded query={pools} rows={3}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty text={t.rent.noPools} />
            ) : (
              <div className="table-scroll">
                <Table verticalSpacing="xs">
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th scope="col">{t.rent.pool}</Table.Th>
                      <Table.Th scope="col" className="right wide-only">
                        {t.rent.price}
                      </Table.Th>
                      <Table.Th scope="col" className="right wide-only">
                        {t.rent.success}
                      </Table.Th>
                      <Table.Th scope="col" className="right wide-only" title={t.rent.medianHint}>
                        {t.rent.median}
                      </Table.Th>
                      <Table.Th scope="col" className="right wide-only">
                        {t.rent.inStock}
                      </Table.Th>
                      <Table.Th scope="col">
                        <span hidden>{t.common.actions}</span>
                      </Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {rows.map((pool) => (
                      <PoolRow
                        key={pool.pool}
                        pool={pool}
                        best={pool.pool === best && rows.length > 1 ? bestBadge : null}
                        busy={rent.isPending && rent.variables?.pool === pool.pool}
                        disabled={!mayRent || rent.isPending}
                        onRent={() =>
                          rent.mutate({ country, service, pool: pool.pool, max_price: pool.price })
                        }
                      />
                    ))}
                  </Table.Tbody>
                </Table>
              </div>
            )
          }
        </Loaded>
      )}
    </>
  );
}

const isNo = (status: number): boolean => status >= 400 && status < 500;

const bestBadge = (
  <Badge variant="light" tt="none" leftSection={<IconCircleCheck size={13} aria-hidden />}>
    {t.rent.best}
  </Badge>
);
