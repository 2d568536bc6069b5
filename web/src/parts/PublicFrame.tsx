import { Anchor, Container, Group, Text } from "@mantine/core";
import { IconBolt } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { t } from "../texts/t.ts";
import "./PublicFrame.css";

const places = [
  { to: "/docs", text: t.shell.publicNav.reference },
  { to: "/docs/extract", text: t.shell.publicNav.extract },
  { to: "/", text: t.shell.publicNav.dashboard },
] as const;

interface Props {
  here: (typeof places)[number]["to"];
  size?: number | string;
  children: ReactNode;
}

/** What is around a page that everyone may read, signed in or not: the ways to the others, and to the dashboard. */
export const PublicFrame = ({ here, size = "sm", children }: Props) => (
  <>
    <header className="public-header">
      <a href="#content" className="skip-link">
        {t.shell.skip}
      </a>
      <Group gap={6} wrap="nowrap">
        <IconBolt
          size={22}
          fill="var(--mantine-color-amber-5)"
          color="var(--mantine-color-amber-7)"
          aria-hidden
        />
        <Text fw={700}>{t.common.product}</Text>
      </Group>
      <Group component="nav" aria-label={t.shell.navigation} gap="4px 16px">
        {places.map(({ to, text }) => (
          <Anchor
            key={to}
            component={Link}
            to={to}
            preload={false}
            aria-current={to === here ? "page" : undefined}
          >
            {text}
          </Anchor>
        ))}
      </Group>
    </header>
    <Container component="main" id="content" tabIndex={-1} size={size} py="lg">
      {children}
    </Container>
  </>
);
