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
    // prices.0.country belongs to the form if prices does.
    if (field !== "" && (field.split(".")[0] ?? "") in form.getValues()) form.setFieldError(field, text);
    else setError(text);
  }

  return { onSubmit, busy, error };
}
