import { ago, exactTime, shortTime } from "./format.ts";

interface Props {
  at: string;
  /** "3 min ago" instead of the clock's time. */
  relative?: boolean;
  /** To the second. */
  seconds?: boolean;
}

/** In the viewer's zone; exact when pointed at. The browser's own hint: there may be hundreds of times on a page. */
export function Time({ at, relative, seconds = false }: Props) {
  return (
    <time dateTime={at} title={exactTime(at)} style={{ whiteSpace: "nowrap" }}>
      {relative ? ago(at) : shortTime(at, seconds)}
    </time>
  );
}
