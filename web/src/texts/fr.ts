import { account } from "./fr/account.ts";
import { api } from "./fr/api.ts";
import { audit } from "./fr/audit.ts";
import {
  auditHealth,
  casePage,
  cases,
  customerCases,
  operatorReports,
  reportPage,
  requests,
  transparency,
} from "./fr/cases.ts";
import { certificate } from "./fr/certificate.ts";
import { common, errors, status } from "./fr/common.ts";
import { docs } from "./fr/docs.ts";
import { extract } from "./fr/extract.ts";
import { limits } from "./fr/limits.ts";
import { lines } from "./fr/lines.ts";
import { operator } from "./fr/operator.ts";
import { orders } from "./fr/orders.ts";
import { countryWords, palette, paletteWords, shortcuts } from "./fr/palette.ts";
import { privacy } from "./fr/privacy.ts";
import { changelog, prices, publicNav, terms } from "./fr/public.ts";
import { notices } from "./fr/push.ts";
import { reference } from "./fr/reference.ts";
import { refusals } from "./fr/refusals.ts";
import { register } from "./fr/register.ts";
import { rent } from "./fr/rent.ts";
import { safeguards } from "./fr/safeguards.ts";
import { settings, team } from "./fr/settings.ts";
import { shell } from "./fr/shell.ts";
import { standing } from "./fr/standing.ts";
import { stock } from "./fr/stock.ts";
import { wallet } from "./fr/wallet.ts";

/** Every text in French, by what is loaded together in English. */
export const fr = {
  dashboard: {
    account,
    api,
    common,
    errors,
    orders,
    rent,
    settings,
    shell,
    status,
    team,
    wallet,
  },
  audit: { audit },
  cases: { cases, reportPage, casePage, customerCases, operatorReports, requests, transparency, auditHealth },
  certificate: { certificate },
  docs: { docs },
  stock: { stock },
  lines: { lines },
  operator: { operator },
  limits: { limits },
  extract: { extract },
  palette: { palette, paletteWords, countryWords, shortcuts },
  public: { publicNav, prices, changelog, terms },
  privacy: { privacy },
  push: { notices },
  reference: { reference },
  refusals,
  register: { register },
  safeguards: { safeguards },
  standing: { standing },
};
