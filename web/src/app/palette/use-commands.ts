import { useMantineColorScheme } from "@mantine/core";
import {
  IconDeviceDesktop,
  IconFlask,
  IconKey,
  IconKeyboard,
  IconLogin,
  IconLogout,
  IconMoon,
  IconSun,
  IconUserPlus,
  IconWallet,
} from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useMay, useMe } from "../../data/use-me.ts";
import { signOut } from "../../data/sign-out.ts";
import { useChooseMode, useMode } from "../../state/mode.ts";
import { palette as texts } from "../../texts/palette.ts";
import { t } from "../../texts/t.ts";
import { isListed } from "./opened.ts";
import { focusOnceThere } from "../focus-once-there.ts";

export interface Command {
  id: string;
  text: string;
  Icon: typeof IconKey;
  run: () => void;
}

/** What the palette can do for whoever looks at the page, besides going somewhere. */
export function useCommands(): Command[] {
  const me = useMe();
  const mayManageKeys = useMay("owner", "developer");
  const mode = useMode();
  const other = mode === "live" ? "test" : "live";
  const navigate = useNavigate();
  const chooseMode = useChooseMode();
  const { setColorScheme } = useMantineColorScheme();
  const command = (id: string, text: string, Icon: Command["Icon"], run: () => void): Command => ({
    id,
    text,
    Icon,
    run,
  });
  const topUp = (): void => {
    void navigate({ to: "/wallet" });
    focusOnceThere("#top-up");
  };

  return [
    ...(me?.account
      ? [
          command("top-up", texts.topUp, IconWallet, topUp),
          command("switch-mode", texts.toMode[other], IconFlask, () => chooseMode(other)),
        ]
      : []),
    ...(mayManageKeys
      ? [
          command(
            "new-key",
            texts.newKey,
            IconKey,
            () => void navigate({ to: "/api", search: { new: "key" } }),
          ),
        ]
      : []),
    command("light", texts.theme(t.shell.light), IconSun, () => setColorScheme("light")),
    command("dark", texts.theme(t.shell.dark), IconMoon, () => setColorScheme("dark")),
    command("auto", texts.theme(t.shell.auto), IconDeviceDesktop, () => setColorScheme("auto")),
    command("shortcuts", texts.shortcuts, IconKeyboard, () => isListed.set(true)),
    ...(me
      ? [command("sign-out", texts.signOut, IconLogout, () => void signOut())]
      : [
          command("sign-in", texts.signIn, IconLogin, () => void navigate({ to: "/sign-in" })),
          command("sign-up", texts.signUp, IconUserPlus, () => void navigate({ to: "/sign-up" })),
        ]),
  ];
}
