import { Button, Modal, Select, Stack, Text, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconDownload } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { ShownEvidence, Verification } from "#answers/standing.ts";
import { own } from "../../../api/client.ts";
import { standing as texts } from "../../../texts/standing.ts";
import { t } from "../../../texts/t.ts";
import { Facts } from "../../../ui/Facts.tsx";
import { FormError } from "../../../ui/FormError.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { saveEvidence } from "../../../ui/read-evidence.ts";
import { useSubmit } from "../../../ui/use-submit.ts";

interface Props {
  request: Verification;
  onClose: () => void;
}

/** What a customer sent, and the decision about it. */
export function DecideModal({ request, onClose }: Props) {
  const evidence = useQuery({
    queryKey: ["operator", "evidence", request.id],
    queryFn: () =>
      own<ShownEvidence>(`operator/verifications/${request.id}/evidence`, { method: "POST", body: {} }),
    staleTime: Infinity, // Each look is recorded.
    gcTime: 0,
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.decideTitle(request.username)}
      closeButtonProps={{ "aria-label": t.common.close }}
    >
      <Stack>
        <Loaded query={evidence}>
          {({ note, file }) => (
            <>
              <Facts facts={[[texts.theirNote, note ?? texts.nothing]]} />
              {file && (
                <Button
                  variant="default"
                  leftSection={<IconDownload size={16} aria-hidden />}
                  onClick={() => saveEvidence(file)}
                >
                  {texts.download}
                </Button>
              )}
            </>
          )}
        </Loaded>
        {request.decision === null ? (
          <DecideForm request={request} onDone={onClose} />
        ) : (
          <Text>{request.reason}</Text>
        )}
      </Stack>
    </Modal>
  );
}

const decisions = [
  { value: "email", label: texts.tiers.email },
  { value: "verified", label: texts.tiers.verified },
  { value: "business", label: texts.tiers.business },
  { value: "decline", label: texts.decline },
];

function DecideForm({ request, onDone }: { request: Verification; onDone: () => void }) {
  const client = useQueryClient();
  const form = useForm({
    initialValues: { tier: request.tier as string, reason: "" },
    validate: { reason: (value) => (value.trim() === "" ? t.errors.required : null) },
  });
  const { onSubmit, busy, error } = useSubmit(form, async ({ tier, reason }) => {
    const body = { tier, reason: reason.trim() };
    await own(`operator/verifications/${request.id}/decide`, { method: "POST", body });
    await client.invalidateQueries({ queryKey: ["operator", "verifications"] });
    onDone();
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <FormError text={error} />
        <Select
          label={texts.decision}
          data={decisions}
          allowDeselect={false}
          {...form.getInputProps("tier")}
        />
        <Textarea
          label={t.common.reason}
          description={texts.told}
          autosize
          minRows={2}
          {...form.getInputProps("reason")}
        />
        <Button type="submit" loading={busy}>
          {texts.decide}
        </Button>
      </Stack>
    </form>
  );
}
