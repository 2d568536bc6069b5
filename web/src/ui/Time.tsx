import { Tooltip } from "@mantine/core";
import { ago, exactTime, shortTime } from "./format.ts";

interface Props {
  at: string;
  /** "3 min ago" instead of the clock's time. */
  relative?: boolean;
  /** To the second. */
  seconds?: boolean;
}

/** In the viewer's zone; exact when pointed at. */
export function Time({ at, relative, seconds = false }: Props) {
  return (
    <Tooltip label={exactTime(at)}>
      <time dateTime={at} style={{ whiteSpace: "nowrap" }}>
        {relative ? ago(at) : shortTime(at, seconds)}
      </time>
    </Tooltip>
  );
}
