import type { Command } from "commander";
import { providers, type LatePolicy, type Provider } from "../../../domain/catalog/catalog.ts";
import { createPool } from "../../../domain/pools/create-pool.ts";
import { setPrice } from "../../../domain/pools/set-price.ts";
import { listOverrides, listPools } from "../../../domain/pools/queries.ts";
import { formatMinor } from "../../../kit/money.ts";
import { addCommand, addGroup, does, type Cli } from "../command.ts";
import { country, money, oneOf, whole } from "../parse.ts";
import { fields, table } from "../table.ts";

const latePolicies: readonly LatePolicy[] = ["free", "charge", "withhold"];

export function poolCommands(program: Command, cli: Cli): void {
  const group = addGroup(program, "pool", "offers of numbers, and their prices");
  create(group, cli);
  addSetPrice(group, cli);
  list(group, cli);
}

function create(group: Command, cli: Cli): void {
  const command = addCommand(
    group,
    "create",
    "make a pool for numbers of our own",
    'pool create --name "Premium Pool" --provider usa --price 650.00',
  )
    .requiredOption("--name <text>", "what customers see")
    .requiredOption(
      "--provider <market>",
      `${providers.join(" or ")}; usa holds US numbers only`,
      oneOf(providers),
    )
    .option("--price <amount>", "of one number (default: the setting DEFAULT_PRICE)", money)
    .option(
      "--late <policy>",
      `what a message after the order's end costs: ${latePolicies.join(", ")}`,
      oneOf(latePolicies),
      "free",
    );
  type Options = { name: string; provider: Provider; price?: number; late: LatePolicy };
  does(cli, command, async ({ db, clock, config, actor }, { name, provider, price, late }: Options) => {
    const input = { name, provider, priceMinor: price ?? config.DEFAULT_PRICE, lateMessages: late, actor };
    const pool = await createPool({ db, clock }, input);
    return {
      data: pool,
      text: () =>
        fields([
          ["pool id", pool.id],
          ["name", pool.name],
          ["provider", pool.provider],
          ["price", formatMinor(pool.priceMinor)],
          ["late messages", pool.lateMessages],
        ]),
    };
  });
}

function addSetPrice(group: Command, cli: Cli): void {
  const command = addCommand(
    group,
    "set-price",
    "set what a pool costs: everywhere, or for a country, a service, or both",
    "pool set-price 1 520.00 --country US --service whatsapp",
  )
    .argument("<pool>", "its id", whole)
    .argument("<price>", "such as 520.00", money)
    .option("--country <code>", "only there", country)
    .option("--service <name>", "only for this service; slug or short code");
  type Options = { country?: string; service?: string };
  does(cli, command, async ({ db, clock, actor }, options: Options, poolId: number, priceMinor: number) => {
    const input = {
      poolId,
      priceMinor,
      country: options.country ?? null,
      service: options.service ?? null,
      actor,
    };
    const set = await setPrice({ db, clock }, input);
    return {
      data: set,
      text: () =>
        fields([
          ["pool", set.poolId],
          ["country", set.country ?? "all"],
          ["service", set.service ?? "all"],
          ["price", formatMinor(set.priceMinor)],
        ]),
    };
  });
}

function list(group: Command, cli: Cli): void {
  const command = addCommand(group, "list", "pools, their numbers and prices", "pool list");
  does(cli, command, async ({ db }) => {
    const overrides = Map.groupBy(await listOverrides(db), ({ poolId }) => poolId);
    const pools = (await listPools(db)).map((pool) => ({
      ...pool,
      prices: (overrides.get(pool.id) ?? []).map(({ country: where, service, priceMinor }) => ({
        country: where,
        service,
        priceMinor,
      })),
    }));
    return {
      data: pools,
      text: () =>
        table(pools, [
          { title: "ID", of: (pool) => pool.id, align: "right" },
          { title: "NAME", of: (pool) => pool.name },
          { title: "MODE", of: (pool) => pool.mode },
          { title: "PROVIDER", of: (pool) => pool.provider },
          { title: "SUPPLIER", of: (pool) => pool.supplier },
          { title: "NUMBERS", of: (pool) => pool.numbers, align: "right" },
          { title: "PRICE", of: (pool) => formatMinor(pool.priceMinor), align: "right" },
          { title: "LATE", of: (pool) => pool.lateMessages },
          {
            title: "OTHER PRICES",
            of: ({ prices }) =>
              prices
                .map(
                  (price) =>
                    `${price.country ?? "*"}/${price.service ?? "*"} ${formatMinor(price.priceMinor)}`,
                )
                .join(", "),
          },
        ]),
    };
  });
}
