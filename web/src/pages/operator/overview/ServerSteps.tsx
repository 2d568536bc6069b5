import { useQuery } from "@tanstack/react-query";
import { own } from "../../../api/client.ts";
import type { ServerSteps as Steps } from "#answers/first-steps.ts";
import { Checklist } from "../../../parts/Checklist.tsx";
import { operator as operatorTexts } from "../../../texts/operator.ts";

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
      title={operatorTexts.firstSteps.title}
      steps={
        data &&
        names.map((name) => ({
          text: operatorTexts.firstSteps[name],
          isDone: data[name],
          way: { to: pages[name] },
        }))
      }
    />
  );
}
