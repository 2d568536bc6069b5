import {
  IconActivity,
  IconAdjustments,
  IconAddressBook,
  IconBook,
  IconBuildingStore,
  IconCertificate,
  IconCode,
  IconDeviceMobile,
  IconFlag,
  IconReportAnalytics,
  IconScale,
  IconGauge,
  IconGavel,
  IconInbox,
  IconListDetails,
  IconMail,
  IconPlugConnected,
  IconSettings,
  IconShieldLock,
  IconStack2,
  IconTimeline,
  IconUserCheck,
  IconUserShield,
  IconUsers,
  IconWallet,
} from "@tabler/icons-react";
import { standing } from "../../texts/standing.ts";
import { t } from "../../texts/t.ts";

const { nav } = t.shell;

export const customerPlaces = [
  { to: "/rent", text: nav.rent, Icon: IconDeviceMobile },
  { to: "/orders", text: nav.orders, Icon: IconListDetails },
  { to: "/wallet", text: nav.wallet, Icon: IconWallet },
  { to: "/api", text: nav.api, Icon: IconCode },
  { to: "/guides", text: nav.docs, Icon: IconBook },
  { to: "/team", text: nav.team, Icon: IconUsers },
  { to: "/verification", text: standing.nav.verification, Icon: IconUserCheck },
  { to: "/lawful-use", text: standing.nav.lawfulUse, Icon: IconGavel },
  { to: "/settings", text: nav.settings, Icon: IconSettings },
] as const;

export const operatorPlaces = [
  { to: "/operator", text: nav.overview, Icon: IconGauge },
  { to: "/operator/customers", text: nav.customers, Icon: IconAddressBook },
  { to: "/operator/orders", text: nav.allOrders, Icon: IconListDetails },
  { to: "/operator/messages", text: nav.messages, Icon: IconInbox },
  { to: "/operator/numbers", text: nav.numbers, Icon: IconStack2 },
  { to: "/operator/register", text: nav.register, Icon: IconCertificate },
  { to: "/operator/pools", text: nav.pools, Icon: IconBuildingStore },
  { to: "/operator/sources", text: nav.sources, Icon: IconPlugConnected },
  { to: "/operator/services", text: nav.services, Icon: IconShieldLock },
  { to: "/operator/policies", text: standing.nav.policies, Icon: IconGavel },
  { to: "/operator/verifications", text: standing.nav.verifications, Icon: IconUserCheck },
  { to: "/operator/reports", text: nav.reports, Icon: IconFlag },
  { to: "/operator/requests", text: nav.requests, Icon: IconScale },
  { to: "/operator/transparency", text: nav.transparency, Icon: IconReportAnalytics },
  { to: "/operator/audit", text: nav.audit, Icon: IconTimeline },
  { to: "/operator/privacy", text: nav.privacy, Icon: IconUserShield },
  { to: "/operator/health", text: nav.health, Icon: IconActivity },
  { to: "/operator/outbox", text: nav.outbox, Icon: IconMail },
  { to: "/operator/settings", text: nav.serverSettings, Icon: IconAdjustments },
] as const;

export type Place = (typeof customerPlaces)[number] | (typeof operatorPlaces)[number];

/** The places open to this member; the settings are for everybody. */
export function placesOf(hasAccount: boolean, operator: boolean): { customer: Place[]; operator: Place[] } {
  return {
    customer: hasAccount ? [...customerPlaces] : customerPlaces.filter(({ to }) => to === "/settings"),
    operator: operator ? [...operatorPlaces] : [],
  };
}
