import { useEffect } from "react";
import { lastCopy } from "../state/copied.ts";
import { useStore } from "../state/store.ts";
import { t } from "../texts/t.ts";
import "./CopiedNotice.css";

const shownMilliseconds = 2500;

/** Says that something was copied, or could not be: on the screen and to screen readers. */
export function CopiedNotice() {
  const last = useStore(lastCopy);
  useEffect(() => {
    if (last === null) return undefined;
    const timer = setTimeout(() => lastCopy.set(null), shownMilliseconds);
    return () => clearTimeout(timer);
  }, [last]);
  return (
    <div className="copied-notice" role="status">
      {last !== null && <span>{last === "copied" ? t.common.copiedNotice : t.common.notCopied}</span>}
    </div>
  );
}
