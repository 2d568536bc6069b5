import { useEffect } from "react";
import { createStore, useStore } from "../state/store.ts";
import { groupNumber, type PhoneFormat } from "./group-number.ts";

const formats = createStore<Record<string, PhoneFormat[]> | null>(null);
let loading: Promise<void> | undefined;

function load(): void {
  loading ??= import("./phone-formats.ts").then(
    ({ phoneFormats }) => formats.set(phoneFormats),
    () => (loading = undefined), // Loaded again with the next number; until then it stands in groups that are easy to read.
  );
}

/** Writes a number's digits as its country groups them. */
export function useReadable(): (digits: string) => string {
  const known = useStore(formats);
  useEffect(load, []);
  return (digits) => groupNumber(digits, known ?? {});
}

/** A number, grouped as in its country. */
export const PhoneNumber = ({ digits }: { digits: string }) => useReadable()(digits);
