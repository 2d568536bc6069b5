import type { Command } from "commander";
import { requireAccount } from "../../../domain/accounts/require-account.ts";
import { grantService } from "../../../domain/accounts/standing/grant-service.ts";
import { unknownService } from "../../../domain/catalog/errors.ts";
import { removePolicy, setPolicy } from "../../../domain/catalog/policies/change-policy.ts";
import {
  policyRules,
  policyTiers,
  type PolicyRule,
  type PolicyTier,
} from "../../../domain/catalog/policies/policy.ts";
import { listPolicies } from "../../../domain/catalog/policies/queries.ts";
import { findService } from "../../../domain/catalog/queries.ts";
import { addCommand, does, type Cli } from "../command.ts";
import { oneOf, whole } from "../parse.ts";
import { table } from "../table.ts";

interface Where {
  service?: string;
  category?: string;
  country?: string;
  reason: string;
}

const scopeOf = ({ service, category, country }: Where) => ({
  service: service ?? null,
  category: category ?? null,
  country: country ?? null,
});

const withScope = (command: Command): Command =>
  command
    .option("--service <service>", "slug or short code; default: every service")
    .option("--category <category>", "all of a category, such as dating")
    .option("--country <country>", "only with numbers of this country, such as NG")
    .requiredOption("--reason <text>", "why; it is kept in the audit log");

/** Who may rent which service. */
export function policyCommands(group: Command, cli: Cli): void {
  set(group, cli);
  remove(group, cli);
  list(group, cli);
  grant(group, cli, true);
  grant(group, cli, false);
}

function set(group: Command, cli: Cli): void {
  const command = withScope(
    addCommand(
      group,
      "policy",
      "say who may rent a service or a category; the most specific line counts",
      'service policy tier --tier verified --category dating --country NG --reason "fraud reports"',
    ).argument(
      "<rule>",
      "allowed, tier (with --tier), ask (only whom you grant it), never",
      oneOf(policyRules),
    ),
  )
    .option("--tier <tier>", "the least tier: email, verified or business", oneOf(policyTiers))
    .option("--min-age-days <days>", "how old an account must be at least", whole, 0);
  type Options = Where & { tier?: PolicyTier; minAgeDays: number };
  does(cli, command, async ({ db, clock, actor }, options: Options, rule: PolicyRule) => {
    const { tier = null, minAgeDays, reason } = options;
    const scope = scopeOf(options);
    await setPolicy({ db, clock }, { scope, rule, tier, minAgeDays, reason, actor });
    return { data: { ...scope, rule, tier, minAgeDays }, text: () => "The policy applies from now on." };
  });
}

function remove(group: Command, cli: Cli): void {
  const command = withScope(
    addCommand(
      group,
      "drop-policy",
      "remove a policy, so that the next less specific one applies",
      'service drop-policy --category dating --country NG --reason "reports have ended"',
    ),
  );
  does(cli, command, async ({ db, clock, actor }, options: Where) => {
    const scope = scopeOf(options);
    await removePolicy({ db, clock }, { scope, reason: options.reason, actor });
    return { data: scope, text: () => "The policy is removed." };
  });
}

function list(group: Command, cli: Cli): void {
  const command = addCommand(group, "policies", "who may rent what", "service policies");
  does(cli, command, async ({ db }) => {
    const policies = await listPolicies(db);
    return {
      data: policies,
      text: () =>
        table(policies, [
          {
            title: "SERVICE",
            of: ({ service, category }) => service ?? (category ? `(${category})` : "all"),
          },
          { title: "COUNTRY", of: ({ country }) => country ?? "all" },
          { title: "RULE", of: ({ rule }) => rule },
          { title: "TIER", of: ({ tier }) => tier ?? "" },
          { title: "MIN AGE", of: ({ minAgeDays }) => (minAgeDays === 0 ? "" : `${minAgeDays} d`) },
        ]),
      note: policies.length === 0 ? "There is none: every service that is not restricted is allowed." : "",
    };
  });
}

function grant(group: Command, cli: Cli, granted: boolean): void {
  const [verb, about, example] = granted
    ? [
        "grant",
        "let one account rent a service beyond its policy",
        'service grant tinder shop --reason "tests its own app"',
      ]
    : [
        "ungrant",
        "take that back; open orders go on",
        'service ungrant tinder shop --reason "tests are over"',
      ];
  const command = addCommand(group, verb, about, example)
    .argument("<service>", "slug or short code")
    .argument("<account>", "its id or name")
    .requiredOption("--reason <text>", "why; it is kept in the audit log");
  does(
    cli,
    command,
    async ({ db, clock, actor }, { reason }: { reason: string }, name: string, whose: string) => {
      const service = await findService(db, name.toLowerCase());
      if (!service) throw unknownService(name);
      const { id: accountId, username } = await requireAccount(db, whose);
      await grantService({ db, clock }, { accountId, service, granted, reason, actor });
      return {
        data: { accountId, service: service.slug, granted },
        text: () =>
          `${username} ${granted ? "may" : "may no longer"} rent ${service.name} beyond its policy.`,
      };
    },
  );
}
