import type { ReactNode } from "react";
import type { RequestDetails } from "#answers/requests.ts";
import { cases, requests as texts } from "../../../texts/cases.ts";
import { t } from "../../../texts/t.ts";
import { Time } from "../../../ui/Time.tsx";
import { aboutOf, noticeOf, RequestState } from "./columns.tsx";

const customersOf = ({ customers }: RequestDetails): string =>
  customers
    .map(({ username, letters }) => (letters === 0 ? texts.noLetter(username) : username))
    .join(", ") || t.common.none;

export function requestFacts(one: RequestDetails): [string, ReactNode][] {
  const names = (all: { username: string }[]): string =>
    all.map(({ username }) => username).join(", ") || t.common.none;
  return [
    [texts.state, <RequestState key="state" {...one} />],
    [texts.authority, one.authority],
    [texts.reference, one.reference ?? cases.erased],
    [texts.legalBasis, one.legal_basis ?? cases.erased],
    [texts.about, aboutOf(one)],
    [texts.from, <Time key="from" at={one.from} />],
    [texts.to, <Time key="to" at={one.to} />],
    [texts.kinds, one.kinds.map((kind) => texts.kindNames[kind] ?? kind).join(", ")],
    [texts.recordedBy, one.created_by ?? cases.erased],
    [texts.releasedBy, names(one.releases)],
    ...(one.refused_because === null
      ? []
      : ([[texts.refusedBecause, one.refused_because]] as [string, ReactNode][])),
    [texts.customers, customersOf(one)],
    [texts.notice, noticeOf(one)],
    ...(one.notice_waits_because === null || one.noticed_at !== null
      ? []
      : ([[texts.due, texts.waits(one.notice_waits_because)]] as [string, ReactNode][])),
  ];
}
