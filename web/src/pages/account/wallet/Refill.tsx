import { Button, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { own } from "../../../api/client.ts";
import { useMay } from "../../../data/use-me.ts";
import { t } from "../../../texts/t.ts";
import { FormError } from "../../../ui/FormError.tsx";

/** Fills the sandbox's wallet with play money again. */
export function Refill() {
  const client = useQueryClient();
  const mayRefill = useMay("owner", "developer", "billing");
  const refill = useMutation({
    mutationFn: () => own("wallet/refill", { method: "POST", mode: "test", body: {} }),
    onSuccess: () => {
      for (const key of ["wallet", "statement"]) void client.invalidateQueries({ queryKey: [key, "test"] });
    },
  });
  return (
    <Stack gap="xs" align="flex-start">
      <Text role="status">{refill.isSuccess ? t.wallet.refilled : t.wallet.topUpSandbox}</Text>
      <FormError text={refill.error?.message ?? null} />
      {mayRefill && (
        <Button variant="default" loading={refill.isPending} onClick={() => refill.mutate()}>
          {t.wallet.refill}
        </Button>
      )}
    </Stack>
  );
}
