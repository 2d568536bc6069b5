import { useForm } from "@mantine/form";
import { own } from "../api/client.ts";
import { t } from "../texts/t.ts";
import { useSubmit } from "../ui/use-submit.ts";

const nothing = { current: "", password: "" };
export type ChangedPassword = typeof nothing;

const required = (value: string): string | null => (value === "" ? t.errors.required : null);

/** The form to change one's own password; `onChanged` is called once the server has changed it. */
export function useChangePassword(onChanged: () => Promise<void>) {
  const form = useForm({
    initialValues: nothing,
    validate: { current: required, password: required },
  });
  const sending = useSubmit(
    form,
    async (body) => {
      await own("password/change", { method: "POST", body });
      await onChanged();
    },
    { fields: { invalid_credentials: "current", password_weak: "password" } },
  );
  return { form, ...sending };
}
