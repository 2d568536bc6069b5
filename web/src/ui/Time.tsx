import { ago, exactTime, shortTime } from "./format.ts";

interface Props {
  at: string;
  /** "3 min ago" instead of the clock's time. */
  relative?: boolean;
  /** With seconds. */
  seconds?: boolean;
}

/**
 * In the viewer's zone; exact on hover. This uses the browser's own tooltip, because a page may show hundreds of
 * times.
 */
export function Time({ at, relative, seconds = false }: Props) {
  return (
    <time dateTime={at} title={exactTime(at)} style={{ whiteSpace: "nowrap" }}>
      {relative ? ago(at) : shortTime(at, seconds)}
    </time>
  );
}
