import { NavLink } from "@mantine/core";
import { Link, useRouterState } from "@tanstack/react-router";
import type { Place } from "./places.ts";

interface Props {
  label: string;
  places: Place[];
  onGo?: () => void;
}

export function NavList({ label, places, onGo }: Props) {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const isHere = (to: string): boolean => path === to || (to !== "/operator" && path.startsWith(`${to}/`));
  return (
    <nav aria-label={label}>
      {places.map(({ to, text, Icon }) => (
        <NavLink
          key={to}
          component={Link}
          to={to}
          activeOptions={{ exact: to === "/operator" }}
          label={text}
          active={isHere(to)}
          aria-current={isHere(to) ? "page" : undefined}
          leftSection={<Icon size={18} stroke={1.6} aria-hidden />}
          onClick={onGo}
          style={{ borderRadius: "var(--mantine-radius-md)" }}
        />
      ))}
    </nav>
  );
}
