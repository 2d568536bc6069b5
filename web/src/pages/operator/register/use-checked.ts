import type { UseFormReturnType } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { RegisterFault } from "#answers/operator/register.ts";
import { own } from "../../../api/client.ts";
import { useSubmit } from "../../../ui/use-submit.ts";

interface Options<R> {
  /** Under /dashboard/api. */
  path: string;
  /** What is said when it is done. */
  done: (report: R) => string;
  onClose: () => void;
}

/** Sends a file twice: first to be checked, then, if nothing is wrong and nothing was changed since, to be applied. */
export function useChecked<
  V extends Record<string, unknown>,
  R extends { faults: RegisterFault[]; dry_run: boolean },
>(form: UseFormReturnType<V>, { path, done, onClose }: Options<R>) {
  const client = useQueryClient();
  const [check, setCheck] = useState<R | null>(null);
  const sending = useSubmit(
    form,
    async (values) => {
      const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
      const body = { ...given, dry_run: check === null };
      const report = await own<R>(path, { method: "POST", body });
      if (report.dry_run || report.faults.length > 0) return setCheck(report);
      notifications.show({ message: done(report) });
      await client.invalidateQueries({ queryKey: ["operator"] });
      return onClose();
    },
    { fields: { invalid_file: "csv" } },
  );
  return { check, forget: () => setCheck(null), sending };
}
