import type { Command } from "commander";
import { restrict } from "../../../domain/catalog/restrict.ts";
import { listServices } from "../../../domain/catalog/queries.ts";
import { addCommand, addGroup, does, type Cli } from "../command.ts";
import { table } from "../table.ts";
import { policyCommands } from "./policy.ts";

export function serviceCommands(program: Command, cli: Cli): void {
  const group = addGroup(program, "service", "what codes may be for");
  addRestrict(group, cli, true);
  addRestrict(group, cli, false);
  list(group, cli);
  policyCommands(group, cli);
}

function addRestrict(group: Command, cli: Cli, restricted: boolean): void {
  const [verb, about, example] = restricted
    ? [
        "restrict",
        "take a service out of the offer; open orders go on",
        'service restrict tinder --reason "complaints"',
      ]
    : [
        "allow",
        "let a restricted service be rented",
        'service allow paypal --reason "agreed with legal, 2026-11-20"',
      ];
  const command = addCommand(group, verb, about, example)
    .argument("<service>", "slug or short code")
    .requiredOption("--reason <text>", "why; it is kept in the audit log");
  does(cli, command, async ({ db, clock, actor }, { reason }: { reason: string }, name: string) => {
    const service = await restrict({ db, clock }, { service: name, restricted, reason, actor });
    return {
      data: service,
      text: () => `${service.name} (${service.slug}) is ${restricted ? "restricted" : "allowed"} now.`,
    };
  });
}

function list(group: Command, cli: Cli): void {
  const command = addCommand(group, "list", "the catalogue's services", "service list --search pay")
    .option("--restricted", "only those that may not be rented")
    .option("--search <text>", "only those with the text in name, slug, category or short codes");
  type Options = { restricted?: boolean; search?: string };
  does(cli, command, async ({ db }, { restricted, search = "" }: Options) => {
    const wanted = search.toLowerCase();
    const services = (await listServices(db)).filter(
      (service) =>
        (!restricted || service.restricted) &&
        [service.slug, service.name, service.category, ...service.aliases].some((text) =>
          text.toLowerCase().includes(wanted),
        ),
    );
    return {
      data: services,
      text: () =>
        table(services, [
          { title: "SLUG", of: (service) => service.slug },
          { title: "NAME", of: (service) => service.name },
          { title: "CATEGORY", of: (service) => service.category },
          { title: "RENT", of: (service) => (service.restricted ? "restricted" : "allowed") },
          { title: "SHORT CODES", of: (service) => service.aliases.join(" ") },
        ]),
      note: services.length === 0 ? "No service is like that." : "",
    };
  });
}
