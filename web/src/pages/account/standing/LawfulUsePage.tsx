import { Alert, Button, Checkbox, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import type { LawfulUse } from "#answers/standing.ts";
import { own } from "../../../api/client.ts";
import { useMay } from "../../../data/use-me.ts";
import { useLawfulUse } from "../../../data/use-lawful-use.ts";
import { standing as texts } from "../../../texts/standing.ts";
import { t } from "../../../texts/t.ts";
import { Facts } from "../../../ui/Facts.tsx";
import { FormError } from "../../../ui/FormError.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Section } from "../../../ui/Section.tsx";
import { Time } from "../../../ui/Time.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";

/** The statement on lawful use: when it was accepted, and accepting it again. */
export function LawfulUsePage() {
  const query = useLawfulUse();
  return (
    <Page title={texts.lawfulTitle} lead={texts.lawfulLead}>
      <Loaded query={query} rows={4}>
        {(statement) => (
          <Section title={statement.version}>
            {statement.due && (
              <Alert color="amber" icon={<IconAlertTriangle />}>
                {texts.due}
              </Alert>
            )}
            <Text style={{ whiteSpace: "pre-wrap" }}>{statement.text}</Text>
            {statement.due ? <AcceptForm version={statement.version} /> : <Accepted {...statement} />}
          </Section>
        )}
      </Loaded>
    </Page>
  );
}

const Accepted = ({ accepted_at: at, due_at: dueAt }: LawfulUse) => (
  <Facts
    facts={[
      [texts.acceptedAt, at ? <Time at={at} /> : t.common.none],
      [texts.askedAgain, dueAt ? <Time at={dueAt} /> : texts.whenItChanges],
    ]}
  />
);

function AcceptForm({ version }: { version: string }) {
  const client = useQueryClient();
  const form = useForm({
    initialValues: { accepted_terms: false },
    validate: { accepted_terms: (value) => (value ? null : t.errors.required) },
  });
  const { onSubmit, busy, error } = useSubmit(form, async () => {
    await own("lawful-use", { method: "POST", body: { accepted_terms: version } });
    await client.invalidateQueries({ queryKey: ["lawful-use"] });
  });
  if (!useMay("owner")) return <Text c="dimmed">{texts.onlyOwners}</Text>;
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack align="flex-start">
        <FormError text={error} />
        <Checkbox label={texts.acceptBox} {...form.getInputProps("accepted_terms", { type: "checkbox" })} />
        <Button type="submit" loading={busy}>
          {texts.accept}
        </Button>
      </Stack>
    </form>
  );
}
