import { VisuallyHidden } from "@mantine/core";
import { newestCode } from "../../../state/newest-code.ts";
import { useStore } from "../../../state/store.ts";
import { t } from "../../../texts/t.ts";

/** Announces a code to screen readers. */
export function CodeVoice() {
  const newest = useStore(newestCode);
  return (
    <VisuallyHidden role="status" aria-live="assertive">
      {newest ? t.rent.codeFor(newest.service, newest.code) : ""}
    </VisuallyHidden>
  );
}
