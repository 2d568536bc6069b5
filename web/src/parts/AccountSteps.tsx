import { useQuery } from "@tanstack/react-query";
import { own } from "../api/client.ts";
import type { AccountSteps as Steps } from "#answers/first-steps.ts";
import { t } from "../texts/t.ts";
import { Checklist } from "./Checklist.tsx";

/** A new customer's way: a key, a code in the sandbox, the first live code. */
export function AccountSteps() {
  const { data } = useQuery({ queryKey: ["first-steps"], queryFn: () => own<Steps>("first-steps") });
  const { title, key, sandbox, live } = t.api.firstSteps;
  return (
    <Checklist
      title={title}
      steps={
        data && [
          { text: key, isDone: data.key, way: { to: "/api" } },
          { text: sandbox, isDone: data.sandbox_code, way: { to: "/guides", search: { guide: "sandbox" } } },
          { text: live, isDone: data.live_code, way: { to: "/rent" } },
        ]
      }
    />
  );
}
