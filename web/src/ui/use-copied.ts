import { useEffect, useState } from "react";
import { copyText } from "./copy-text.ts";

/** Copies, and briefly reports that it did. */
export function useCopied(): { copied: boolean; copy: (text: string) => void } {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), 1500);
    return () => clearTimeout(timer);
  }, [copied]);
  return {
    copied,
    copy: (text) => {
      copyText(text).then(
        () => setCopied(true),
        () => {}, // The browser refused; the text can still be selected.
      );
    },
  };
}
