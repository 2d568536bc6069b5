import { Anchor, Container, Group } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { publicNav } from "../texts/public.ts";
import { t } from "../texts/t.ts";
import { Brand } from "../ui/Brand.tsx";
import { LanguageLinks } from "./LanguageLinks.tsx";
import "./PublicFrame.css";

const places = [
  { to: "/prices", text: publicNav.prices },
  { to: "/docs", text: publicNav.reference },
  { to: "/docs/extract", text: publicNav.extract },
  { to: "/changelog", text: publicNav.changelog },
  { to: "/terms", text: publicNav.terms },
  { to: "/report", text: publicNav.report },
  { to: "/", text: publicNav.dashboard },
] as const;

interface Props {
  here?: (typeof places)[number]["to"];
  size?: number | string;
  children: ReactNode;
}

/** The frame around pages that everyone may read, signed in or not: links to the others, and to the dashboard. */
export const PublicFrame = ({ here, size = "sm", children }: Props) => (
  <>
    <header className="public-header">
      <a href="#content" className="skip-link">
        {t.shell.skip}
      </a>
      <Brand />
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
    <footer className="public-footer">
      <LanguageLinks />
    </footer>
  </>
);
