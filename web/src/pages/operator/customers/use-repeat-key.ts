import { useRef } from "react";

/**
 * An Idempotency-Key for what is asked: the same as long as the same is asked, so that sending it again after a lost
 * answer does it once; another as soon as anything of it changes.
 */
export function useRepeatKey(): (input: object) => string {
  const last = useRef({ asked: "", key: "" });
  return (input) => {
    const asked = JSON.stringify(input);
    if (asked !== last.current.asked) last.current = { asked, key: crypto.randomUUID() };
    return last.current.key;
  };
}
