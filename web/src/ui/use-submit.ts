import type { UseFormReturnType } from "@mantine/form";
import { useState } from "react";
import { isApiError, type ApiError } from "../api/error.ts";

interface Options<V> {
  /** Fields whose names differ from the form's, and error codes that belong to a field. */
  fields?: Record<string, keyof V & string>;
  /** Rewords the error, or returns undefined to keep the server's words. */
  word?: (error: ApiError) => string | undefined;
}

/** Sends a form; refusals are shown beside their field, else above the form. Nothing typed is lost. */
export function useSubmit<V extends Record<string, unknown>>(
  form: UseFormReturnType<V>,
  send: (values: V) => Promise<unknown>,
  { fields = {}, word }: Options<V> = {},
) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const onSubmit = form.onSubmit(async (values) => {
    setBusy(true);
    setError(null);
    try {
      await send(values);
    } catch (caught) {
      refuse(caught);
    } finally {
      setBusy(false);
    }
  });

  function refuse(caught: unknown): void {
    if (!isApiError(caught)) return setError(String(caught));
    if (caught.code === "unauthorized") return; // The sign-in over the page reports it.
    const text = word?.(caught) ?? caught.message;
    const named = caught.field ?? "";
    const field = fields[caught.code] ?? fields[named] ?? named;
    const own = fieldIn(form.getValues(), field);
    if (own === null) setError(text);
    else form.setFieldError(own, text);
  }

  return { onSubmit, busy, error };
}

/** The form's field that a name of the server's is in: `prices.0.country` itself, but `lines` for `lines.SIM1` if that is one text. */
function fieldIn(values: object, name: string): string | null {
  let value: unknown = values;
  const path: string[] = [];
  for (const step of name.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) break;
    value = (value as Record<string, unknown>)[step];
    path.push(step);
  }
  return path.length === 0 ? null : path.join(".");
}
