import { useQuery } from "@tanstack/react-query";
import { own } from "../../../api/client.ts";
import type { ServerSteps as Steps } from "#answers/first-steps.ts";
import { Checklist } from "../../../parts/Checklist.tsx";
import { t } from "../../../texts/t.ts";

const names = ["pool", "numbers", "source", "message", "customer"] as const;
const pages: Record<(typeof names)[number], string> = {
  pool: "/operator/pools",
  numbers: "/operator/numbers",
  source: "/operator/sources",
  message: "/operator/sources",
  customer: "/operator/customers",
};

/** A new operator's way to the first customer. */
export function ServerSteps() {
  const { data } = useQuery({
    queryKey: ["operator", "first-steps"],
    queryFn: () => own<Steps>("operator/first-steps"),
    refetchInterval: ({ state }) => (state.data && Object.values(state.data).every(Boolean) ? false : 10_000),
  });
  return (
    <Checklist
      title={t.operator.firstSteps.title}
      steps={
        data &&
        names.map((name) => ({
          text: t.operator.firstSteps[name],
          isDone: data[name],
          way: { to: pages[name] },
        }))
      }
    />
  );
}
