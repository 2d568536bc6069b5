import { count } from "./count.ts";

export const privacy = {
  title: "Data protection",
  lead: "What is done with data about people, for how long it is kept, and what was erased. The record is made from what this version stores.",
  retention: "Retention",
  retentionLead: "Erased by the job “clean up”, every ten minutes.",
  kind: "Kind",
  kept: "Kept for",
  due: "Due within a day",
  dueCount: (n: number, more: boolean) => `${more ? "over " : ""}${count(n)}`,
  nothingDue: "nothing",
  first: "first",
  erasures: "Erasures",
  erasuresLead: "How much was erased on each day (UTC).",
  day: "Day",
  erased: "Erased",
  noErasures: "Nothing was erased yet.",
  record: "Record of processing",
  recordLead:
    "For article 30 of the GDPR and laws like it. The legal bases are those that usually fit; you decide, and add what you do outside the product.",
  purpose: "Purpose",
  basis: "Legal basis",
  people: "People",
  data: "Data",
  recipients: "Recipients",
  storedIn: "Stored in",
};
