import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { own } from "../../../api/client.ts";
import { useMode } from "../../../state/mode.ts";
import { t } from "../../../texts/t.ts";
import { Refill } from "./Refill.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import type { TopUp as ShownTopUp } from "#answers/wallet.ts";

/** The operator's instructions for paying in. */
export function TopUp() {
  const mode = useMode();
  const query = useQuery({ queryKey: ["top-up"], queryFn: () => own<ShownTopUp>("top-up") });
  if (mode === "test") return <Refill />;
  return (
    <Loaded query={query} rows={2}>
      {({ instructions }) => (
        <Text style={{ whiteSpace: "pre-wrap" }}>
          {instructions === "" ? t.wallet.topUpNone : instructions}
        </Text>
      )}
    </Loaded>
  );
}
