import { Alert, Button, Stack, Text, Textarea, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDocumentTitle } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { CertificateKeys, CheckedCertificate } from "#answers/certificates.ts";
import { own } from "../../../api/client.ts";
import { PublicFrame } from "../../../parts/PublicFrame.tsx";
import { certificate as texts } from "../../../texts/certificate.ts";
import { t } from "../../../texts/t.ts";
import { CodeBlock } from "../../../ui/CodeBlock.tsx";
import { Facts } from "../../../ui/Facts.tsx";
import { FormError } from "../../../ui/FormError.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";

interface Values extends Record<string, unknown> {
  text: string;
}

/** Anybody checks here whether a certificate is genuine. */
export function CertificatePage() {
  useDocumentTitle(`${texts.checkTitle} · ${t.common.product}`);
  const [checked, setChecked] = useState<CheckedCertificate | null>(null);
  const form = useForm<Values>({
    initialValues: { text: "" },
    validate: { text: (value) => (value.trim() === "" ? t.errors.required : null) },
    onValuesChange: () => setChecked(null),
  });
  const { onSubmit, busy, error } = useSubmit(form, async ({ text }) =>
    setChecked(await own<CheckedCertificate>("certificates/check", { method: "POST", body: { text } })),
  );
  return (
    <PublicFrame>
      <Stack>
        <Title order={1}>{texts.checkTitle}</Title>
        <Text>{texts.checkLead}</Text>
        <form onSubmit={onSubmit} noValidate>
          <Stack align="flex-start">
            <FormError text={error} />
            <Textarea
              label={texts.pasted}
              classNames={{ input: "mono" }}
              rows={12}
              w="100%"
              maxLength={4000}
              spellCheck={false}
              {...form.getInputProps("text")}
            />
            <Button type="submit" loading={busy}>
              {texts.check}
            </Button>
          </Stack>
        </form>
        {checked && <Outcome {...checked} />}
        <Keys />
      </Stack>
    </PublicFrame>
  );
}

const Outcome = ({ facts }: CheckedCertificate) => (
  <Stack role="status" gap="xs">
    <Alert color={facts ? "green" : "red"}>{facts ? texts.genuine : texts.notGenuine}</Alert>
    {facts && <Facts facts={facts.map(({ name, value }) => [name, value])} />}
  </Stack>
);

function Keys() {
  const query = useQuery({
    queryKey: ["certificate-keys"],
    queryFn: () => own<CertificateKeys>("certificates/keys"),
  });
  return (
    <Stack gap="xs">
      <Title order={2}>{texts.keys}</Title>
      <Text>{texts.keysText}</Text>
      <Loaded query={query} rows={2}>
        {(keys) =>
          keys.length === 0 ? (
            <Text c="dimmed">{texts.noKeys}</Text>
          ) : (
            keys.map(({ id, public_key: key }) => <CodeBlock key={id} text={key} label={texts.key(id)} />)
          )
        }
      </Loaded>
    </Stack>
  );
}
