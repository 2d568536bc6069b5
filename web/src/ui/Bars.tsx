import { useState, type KeyboardEvent, type ReactNode } from "react";
import { WayLink, type Way } from "./WayLink.tsx";
import "./Bars.css";

export interface Bar {
  key: string;
  /** Its label on the axis. */
  label: string;
  /** The text shown on hover. */
  text: string;
  /** Stacked from the bottom up. */
  parts: number[];
  way?: Way;
}

interface Props {
  label: string;
  bars: Bar[];
  /** The axis goes at least this far. */
  least?: number;
  scale: (value: number) => ReactNode;
  height?: number;
}

/** Bars over time. One tab stop, then the arrow keys; the selected bar is described above. */
export function Bars({ label, bars, least = 1, scale, height = 180 }: Props) {
  const [told, setTold] = useState<string | null>(null);
  const most = Math.max(least, ...bars.map(({ parts }) => sum(parts)));
  return (
    <figure style={{ margin: 0 }} aria-label={label}>
      <div className="bars-scale">
        <span>{scale(most)}</span>
        <span>{told}</span>
      </div>
      <ul className="bars" style={{ height }} onKeyDown={walk} onMouseLeave={() => setTold(null)}>
        {bars.map((bar, place) => (
          <li key={bar.key}>
            <BarLink bar={bar} isLast={place === bars.length - 1} onTell={() => setTold(bar.text)}>
              {bar.parts.map((part, index) => (
                <span key={index} style={{ height: `${(100 * part) / most}%` }} />
              ))}
            </BarLink>
          </li>
        ))}
      </ul>
      <div className="bars-scale" aria-hidden>
        {[0, 0.5, 1].map((place) => (
          <span key={place}>{bars[Math.round(place * (bars.length - 1))]?.label}</span>
        ))}
      </div>
    </figure>
  );
}

const sum = (parts: number[]): number => parts.reduce((total, part) => total + part, 0);

interface LinkedProps {
  bar: Bar;
  isLast: boolean;
  onTell: () => void;
  children: ReactNode;
}

function BarLink({ bar: { text, way }, isLast, onTell, children }: LinkedProps) {
  const shared = { className: "bar", tabIndex: isLast ? 0 : -1, onMouseEnter: onTell, onFocus: onTell };
  if (!way)
    return (
      <div {...shared} role="img" aria-label={text}>
        {children}
      </div>
    );
  return (
    <WayLink way={way} {...shared} aria-label={text}>
      {children}
    </WayLink>
  );
}

function walk(event: KeyboardEvent): void {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (step === undefined) return;
  const bars = [...event.currentTarget.querySelectorAll<HTMLElement>(".bar")];
  bars[bars.indexOf(event.target as HTMLElement) + step]?.focus();
  event.preventDefault();
}
