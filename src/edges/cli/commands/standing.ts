import type { Command } from "commander";
import { requireAccount } from "../../../domain/accounts/require-account.ts";
import { acceptTerms } from "../../../domain/accounts/standing/accept-terms.ts";
import { decideTier } from "../../../domain/accounts/standing/decide-tier.ts";
import { tiers, type Tier } from "../../../domain/accounts/standing/standing.ts";
import { termsVersionWith } from "../../../domain/accounts/terms.ts";
import { oneOf } from "../parse.ts";
import { addCommand, does, type Cli } from "../command.ts";

const choices = [...tiers, "auto"] as const;

/** How well an account is known, and what it has agreed to. */
export function standingCommands(group: Command, cli: Cli): void {
  const tier = addCommand(
    group,
    "tier",
    "decide how well an account is known, which caps its open orders, spending and services",
    'account tier shop verified --reason "passport seen, 2026-11-20"',
  )
    .argument("<account>", "its id or name")
    .argument(
      "<tier>",
      "none, email, verified, business; auto: by its age and e-mail address",
      oneOf(choices),
    )
    .requiredOption("--reason <text>", "what it rests on; it is kept in the audit log");
  does(
    cli,
    tier,
    async ({ db, clock, actor }, { reason }: { reason: string }, name: string, decided: Tier | "auto") => {
      const { id: accountId, username } = await requireAccount(db, name);
      const input = { accountId, tier: decided === "auto" ? null : decided, reason, actor };
      await decideTier({ db, clock }, input);
      return {
        data: { accountId, tier: input.tier },
        text: () => `${username} has the tier ${decided} now.`,
      };
    },
  );

  const accept = addCommand(
    group,
    "accept-terms",
    "note that an account accepted the statement on lawful use elsewhere, for example on paper",
    'account accept-terms shop --reason "signed contract of 2026-11-20"',
  )
    .argument("<account>", "its id or name")
    .requiredOption("--reason <text>", "how you know; it is kept in the audit log");
  does(cli, accept, async ({ db, clock, config, actor }, { reason }: { reason: string }, name: string) => {
    const { id: accountId, username } = await requireAccount(db, name);
    const version = termsVersionWith(config.TERMS_VERSION);
    const input = { accountId, version, current: version, detail: { reason }, actor };
    const at = await acceptTerms({ db, clock }, input);
    return {
      data: { accountId, version, acceptedAt: at },
      text: () => `${username} has accepted version ${version}.`,
    };
  });
}
