import { ActionIcon, Burger, Button, Group, Text } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useMe } from "../../data/use-me.ts";
import { t } from "../../texts/t.ts";
import { Brand } from "../../ui/Brand.tsx";
import { AccountMenu } from "./AccountMenu.tsx";
import { BalancePill } from "./BalancePill.tsx";
import { ModeSwitch } from "./ModeSwitch.tsx";
import { openPalette } from "../palette/PaletteKeys.tsx";
import { paletteKeys } from "../palette/shortcut.ts";

export function Header({ isOpen, onToggle }: { isOpen: boolean; onToggle: () => void }) {
  const hasAccount = Boolean(useMe()?.account);
  return (
    <Group h={56} px="md" gap="xs" justify="space-between" wrap="nowrap">
      <Group gap="xs" wrap="nowrap">
        <Burger opened={isOpen} onClick={onToggle} hiddenFrom="sm" size="sm" aria-label={t.shell.menu} />
        <Brand visibleFrom="sm" />
      </Group>
      <Group gap="xs" wrap="nowrap">
        {hasAccount && <BalancePill />}
        {hasAccount && <ModeSwitch />}
        <Button
          variant="default"
          size="xs"
          visibleFrom="md"
          leftSection={<IconSearch size={14} aria-hidden />}
          rightSection={
            <Text size="xs" c="dimmed">
              {paletteKeys}
            </Text>
          }
          onClick={openPalette}
        >
          {t.shell.palette}
        </Button>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          hiddenFrom="md"
          className="wide-only"
          onClick={openPalette}
          aria-label={t.shell.palette}
        >
          <IconSearch size={18} />
        </ActionIcon>
        <AccountMenu />
      </Group>
    </Group>
  );
}
