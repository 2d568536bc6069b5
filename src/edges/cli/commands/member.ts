import type { Command } from "commander";
import { reissuePassword } from "../../../domain/members/reissue-password.ts";
import { removeAllPasskeys } from "../../../domain/passkeys/remove-all-passkeys.ts";
import { addCommand, addGroup, does, type Cli } from "../command.ts";
import { fields } from "../table.ts";

export function memberCommands(program: Command, cli: Cli): void {
  const group = addGroup(program, "member", "people who sign in to the dashboard");
  resetPassword(group, cli);
  removePasskeys(group, cli);
}

function resetPassword(group: Command, cli: Cli): void {
  const command = addCommand(
    group,
    "reset-password",
    "give who cannot sign in any more a new password, printed once; all their sessions end",
    "member reset-password operator --disable-totp",
  )
    .argument("<name>", "user name or e-mail address")
    .option("--disable-totp", "turn the second factor off as well");
  does(cli, command, async (session, { disableTotp = false }: { disableTotp?: boolean }, name: string) => {
    const reissued = await reissuePassword(session, { name, disableTotp, actor: session.actor });
    return {
      data: reissued,
      text: () =>
        fields([
          ["user name", reissued.username],
          ["password", reissued.password],
        ]),
      note: `The password is shown this once: only its hash is kept. Passkeys go on signing ${reissued.username} in; "member remove-passkeys" takes them away.`,
    };
  });
}

function removePasskeys(group: Command, cli: Cli): void {
  const command = addCommand(
    group,
    "remove-passkeys",
    "take all passkeys of a member away, where somebody else may have added one; all their sessions end",
    "member remove-passkeys operator",
  ).argument("<name>", "user name or e-mail address");
  does(cli, command, async (session, _options: object, name: string) => {
    const { username, removed } = await removeAllPasskeys(session, { name, actor: session.actor });
    return {
      data: { username, removed },
      text: () =>
        removed.length === 0
          ? `${username} has no passkey.`
          : `Removed from ${username}: ${removed.join(", ")}.`,
    };
  });
}
