import type { ReactNode } from "react";
import type { AuthorityRequest } from "#answers/requests.ts";
import { cases, requests as texts } from "../../../texts/cases.ts";
import { t } from "../../../texts/t.ts";
import { Light } from "../../../ui/Light.tsx";
import { PhoneNumber } from "../../../ui/PhoneNumber.tsx";
import { Time } from "../../../ui/Time.tsx";
import type { Column } from "../../../ui/column.ts";

export function RequestState({ state }: Pick<AuthorityRequest, "state">) {
  return (
    <Light
      state={state === "open" ? "bad" : state === "released" ? "good" : "idle"}
      text={texts.states[state] ?? state}
    />
  );
}

export const aboutOf = ({ number, account }: AuthorityRequest): ReactNode =>
  number === null ? (account ?? cases.erased) : <PhoneNumber key="number" digits={number} />;

/** When the customers were told, or are to be. */
export function noticeOf(request: AuthorityRequest): ReactNode {
  const { state, noticed_at: told, notice_due_at: due, customers_told: reached } = request;
  if (told !== null)
    return (
      <>
        <Time at={told} /> {reached === 0 && <Light state="idle" text={texts.nobodyReached} />}
      </>
    );
  if (due === null) return state === "refused" ? t.common.none : texts.toldAtRelease;
  const isDue = state === "released" && Date.parse(due) <= Date.now();
  return (
    <>
      <Time at={due} /> {isDue && <Light state="bad" text={texts.isDue} />}
    </>
  );
}

export const requestColumns: Column<AuthorityRequest>[] = [
  { title: texts.name, nowrap: true, cell: ({ name }) => name },
  { title: texts.state, cell: (request) => <RequestState {...request} /> },
  { title: texts.authority, cell: ({ authority }) => authority },
  { title: texts.reference, wide: true, cell: ({ reference }) => reference ?? cases.erased },
  { title: texts.about, wide: true, cell: aboutOf },
  { title: texts.notice, wide: true, cell: noticeOf },
  { title: texts.came, wide: true, cell: ({ created_at: at }) => <Time at={at} /> },
];
