import { AppShell, Button, Divider, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { Outlet } from "@tanstack/react-router";
import { useMe } from "../../data/use-me.ts";
import { t } from "../../texts/t.ts";
import { useMode } from "../../state/mode.ts";
import { Banners } from "./Banners.tsx";
import { BottomBar } from "./BottomBar.tsx";
import { Header } from "./Header.tsx";
import { NavList } from "./NavList.tsx";
import { openPalette } from "../palette/PaletteKeys.tsx";
import { SandboxBand } from "./SandboxBand.tsx";
import { placesOf } from "./places.ts";
import { SignInAgain } from "./SignInAgain.tsx";
import { useAccountEvents } from "./use-account-events.ts";

/** The frame around every page. */
export function Shell() {
  const me = useMe();
  const hasAccount = Boolean(me?.account);
  const places = placesOf(hasAccount, me?.operator ?? false);
  const isSandbox = useMode() === "test" && hasAccount;
  const [isOpen, { toggle, close }] = useDisclosure();
  useAccountEvents(hasAccount);
  const search = (): void => {
    close();
    openPalette();
  };

  return (
    <AppShell
      header={{ height: isSandbox ? 82 : 56 }}
      navbar={{ width: 212, breakpoint: "sm", collapsed: { mobile: !isOpen } }}
      padding="md"
    >
      <AppShell.Header>
        <a href="#content" className="skip-link">
          {t.shell.skip}
        </a>
        <Header isOpen={isOpen} onToggle={toggle} />
        {isSandbox && <SandboxBand />}
      </AppShell.Header>
      <AppShell.Navbar p="xs" withBorder component="div" style={{ overflowY: "auto" }}>
        <Stack gap="xs">
          <Button
            variant="default"
            hiddenFrom="sm"
            justify="start"
            leftSection={<IconSearch size={16} aria-hidden />}
            onClick={search}
          >
            {t.shell.palette}
          </Button>
          <NavList label={t.shell.navigation} places={places.customer} onGo={close} />
          {places.operator.length > 0 && (
            <>
              <Divider />
              <Text size="xs" c="dimmed" px="sm" aria-hidden>
                {t.shell.operatorNavigation}
              </Text>
              <NavList label={t.shell.operatorNavigation} places={places.operator} onGo={close} />
            </>
          )}
        </Stack>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} pb={{ base: 88, sm: "md" }}>
        <Banners />
        <Outlet />
      </AppShell.Main>
      <BottomBar places={hasAccount ? places.customer : places.operator} />
      <SignInAgain />
    </AppShell>
  );
}
