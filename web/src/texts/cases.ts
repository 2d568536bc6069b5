import * as english from "./en/cases.ts";
import { inLanguage } from "./in-language.ts";

export const {
  cases,
  reportPage,
  casePage,
  customerCases,
  operatorReports,
  requests,
  transparency,
  auditHealth,
} = inLanguage("cases", english);
