import { useRef } from "react";

/**
 * An Idempotency-Key for a request: the same as long as the input is the same, so that repeating it after a lost
 * answer acts only once; a new one as soon as any input changes.
 */
export function useRepeatKey(): (input: object) => string {
  const last = useRef({ asked: "", key: "" });
  return (input) => {
    const asked = JSON.stringify(input);
    if (asked !== last.current.asked) last.current = { asked, key: crypto.randomUUID() };
    return last.current.key;
  };
}
