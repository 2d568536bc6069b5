import { PasswordInput, TextInput } from "@mantine/core";
import type { GetInputProps } from "@mantine/form";
import { useMe } from "../data/use-me.ts";
import { t } from "../texts/t.ts";

export const noProof = { password: "", code: "" };
type Proof = typeof noProof;

/** The fields that refusals of a proof belong to. */
export const proofFields = {
  invalid_credentials: "password",
  totp_required: "code",
  totp_wrong: "code",
} as const;

export const validateProof = {
  password: (value: string) => (value === "" ? t.errors.required : null),
};

/** The proof as the server expects it: with a code only if one was typed. */
export const proofOf = ({ password, code }: Proof): { password: string; code?: string } =>
  code.trim() === "" ? { password } : { password, code: code.replace(/\s/g, "") };

/** The proof, if it is required. */
export const proofIf = (isNeeded: boolean, proof: Proof): Partial<ReturnType<typeof proofOf>> =>
  isNeeded ? proofOf(proof) : {};

interface Props {
  form: { getInputProps: GetInputProps<Proof> };
  autoFocus?: boolean;
  label?: string;
}

/** Password and, if two-factor is on, a code: proof that the signed-in member is still the one at the keyboard. */
export function ProofFields({ form, autoFocus, label = t.settings.current }: Props) {
  const hasSecondFactor = useMe()?.member.totp ?? false;
  return (
    <>
      <PasswordInput
        data-autofocus={autoFocus || undefined}
        label={label}
        autoComplete="current-password"
        {...form.getInputProps("password")}
      />
      {hasSecondFactor && (
        <TextInput
          label={t.account.code}
          description={t.account.codeHint}
          autoComplete="one-time-code"
          {...form.getInputProps("code")}
        />
      )}
    </>
  );
}
