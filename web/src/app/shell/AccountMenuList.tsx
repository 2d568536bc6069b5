import { Menu, useMantineColorScheme } from "@mantine/core";
import {
  IconCheck,
  IconDeviceDesktop,
  IconLogout,
  IconMoon,
  IconSettings,
  IconSun,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useMe } from "../../data/use-me.ts";
import { t } from "../../texts/t.ts";
import { ownerPlaces } from "../palette/public-places.ts";
import { AccountButton } from "./AccountButton.tsx";
import { signOut } from "../../data/sign-out.ts";

const schemes = [
  { value: "light", text: t.shell.light, Icon: IconSun },
  { value: "dark", text: t.shell.dark, Icon: IconMoon },
  { value: "auto", text: t.shell.auto, Icon: IconDeviceDesktop },
] as const;

/** The menu behind the button, open from the start. */
export function AccountMenuList() {
  const me = useMe();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end" width={270} defaultOpened>
      <Menu.Target>
        <AccountButton />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{me?.member.username}</Menu.Label>
        <Menu.Item component={Link} to="/settings" leftSection={<IconSettings size={16} />}>
          {t.shell.nav.settings}
        </Menu.Item>
        {me?.member.role === "owner" &&
          ownerPlaces.map(({ to, text, Icon }) => (
            <Menu.Item key={to} component={Link} to={to} leftSection={<Icon size={16} />}>
              {text}
            </Menu.Item>
          ))}
        <Menu.Divider />
        <Menu.Label>{t.shell.appearance}</Menu.Label>
        {schemes.map(({ value, text, Icon }) => (
          <Menu.Item
            key={value}
            role="menuitemradio"
            aria-checked={colorScheme === value}
            leftSection={<Icon size={16} />}
            rightSection={colorScheme === value && <IconCheck size={14} aria-hidden />}
            onClick={() => setColorScheme(value)}
          >
            {text}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void signOut()}>
          {t.shell.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
