import { Button, Stack, Text, TextInput, Textarea, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDocumentTitle } from "@mantine/hooks";
import { useState } from "react";
import type { Extracted } from "#api-answers/extract.ts";
import { documented } from "../../../api/client.ts";
import { isApiError } from "../../../api/error.ts";
import { PublicFrame } from "../../../parts/PublicFrame.tsx";
import { extract as texts } from "../../../texts/extract.ts";
import { t } from "../../../texts/t.ts";
import { FormError } from "../../../ui/FormError.tsx";
import { Found } from "./Found.tsx";

/** Paste a message, and see which code is found and why. Needs an API key or a session; the key stays in the page. */
export function ExtractPage() {
  useDocumentTitle(`${texts.title} · ${t.common.product}`);
  const [found, setFound] = useState<Extracted | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useForm({
    initialValues: { key: "", sender: "", text: texts.sample },
    validate: { text: (value) => (value.trim() === "" ? t.errors.required : null) },
  });

  const onSubmit = form.onSubmit(async ({ key, sender, text }) => {
    setBusy(true);
    setFault(null);
    try {
      setFound(
        await extract(key.trim(), { text, ...(sender.trim() === "" ? {} : { sender: sender.trim() }) }),
      );
    } catch (error) {
      setFound(null);
      setFault(isApiError(error, "unauthorized") ? texts.needsKey : String((error as Error).message));
    } finally {
      setBusy(false);
    }
  });

  return (
    <PublicFrame here="/docs/extract">
      <Stack>
        <div>
          <Title order={1}>{texts.title}</Title>
          <Text c="dimmed">{texts.lead}</Text>
        </div>
        <form onSubmit={onSubmit} noValidate>
          <Stack>
            <TextInput
              label={texts.key}
              description={texts.keyHint}
              placeholder="zap_test_…"
              classNames={{ input: "mono" }}
              autoComplete="off"
              spellCheck={false}
              {...form.getInputProps("key")}
            />
            <TextInput
              label={texts.sender}
              maxLength={50}
              autoComplete="off"
              {...form.getInputProps("sender")}
            />
            <Textarea
              label={texts.text}
              autosize
              minRows={4}
              maxRows={16}
              maxLength={20_000}
              {...form.getInputProps("text")}
            />
            <FormError text={fault} />
            <div>
              <Button type="submit" loading={busy}>
                {texts.submit}
              </Button>
            </div>
          </Stack>
        </form>
        <div aria-live="polite">{found && <Found found={found} />}</div>
      </Stack>
    </PublicFrame>
  );
}

/** With the typed key, otherwise with the session. */
const extract = (key: string, body: { text: string; sender?: string }): Promise<Extracted> =>
  documented<Extracted>("tools/extract", {
    method: "POST",
    body,
    ...(key === "" ? {} : { headers: { authorization: `Bearer ${key}` } }),
  });
