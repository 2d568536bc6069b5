import { Link } from "@tanstack/react-router";
import { t } from "../../texts/t.ts";
import type { Place } from "./places.ts";
import "./BottomBar.css";

/** Navigation on phones: the first four places, within reach of the thumb. */
export function BottomBar({ places }: { places: Place[] }) {
  return (
    <nav className="bottom-bar" aria-label={t.shell.navigation}>
      {places.slice(0, 4).map(({ to, text, Icon }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact: to === "/operator" }}
          activeProps={{ "aria-current": "page" }}
        >
          <Icon size={22} stroke={1.6} aria-hidden />
          {text}
        </Link>
      ))}
    </nav>
  );
}
