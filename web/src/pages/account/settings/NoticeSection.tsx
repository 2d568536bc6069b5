import { Switch, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { own } from "../../../api/client.ts";
import { canBeTold, startPush, stopPush } from "../../../data/push.ts";
import type { Push } from "#answers/push.ts";
import { notices as texts } from "../../../texts/push.ts";
import { FormError } from "../../../ui/FormError.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Section } from "../../../ui/Section.tsx";

/** Whether this browser is told of a code that arrives while ZapOTP is closed. */
export function NoticeSection() {
  const client = useQueryClient();
  const query = useQuery({ queryKey: ["push"], queryFn: () => own<Push>("push"), enabled: canBeTold });
  const change = useMutation({
    mutationFn: (on: boolean) => (on ? startPush(query.data?.public_key ?? "") : stopPush()),
    onSettled: () => client.invalidateQueries({ queryKey: ["push"] }),
  });
  return (
    <Section title={texts.title} lead={texts.lead}>
      {canBeTold ? (
        <Loaded query={query} rows={1}>
          {({ on }) => (
            <Switch
              label={texts.thisBrowser}
              checked={on}
              disabled={change.isPending}
              onChange={(event) => change.mutate(event.currentTarget.checked)}
            />
          )}
        </Loaded>
      ) : (
        <Text>{texts.cannot}</Text>
      )}
      <FormError text={change.error?.message ?? null} />
    </Section>
  );
}
