import { Alert, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { isApiError } from "../../../api/error.ts";
import { useMe } from "../../../data/use-me.ts";
import { standing } from "../../../texts/standing.ts";
import { t } from "../../../texts/t.ts";
import { money } from "../../../ui/format.ts";

/** Why there is no number, and what to do instead. */
export function RentRefusal({ error }: { error: Error }) {
  const code = isApiError(error) ? error.code : "";
  const currency = useMe()?.account?.currency ?? "NGN";
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle />} role="alert" mb="sm">
      <Text>
        {t.rent.refusalText[code] ?? withAmounts(error, currency) ?? error.message} {t.rent.adviceText[code]}
      </Text>
      <WayOut code={code} />
    </Alert>
  );
}

/** What the operator may change if they know the account better, or say yes. */
const atVerification = new Set(["tier_required", "permission_required", "spend_cap_reached"]);

/** The server names the amounts for programs, without the currency's sign. */
function withAmounts(error: Error, currency: string): string | undefined {
  if (!isApiError(error, "insufficient_balance")) return undefined;
  const { price, balance } = error.details;
  return t.rent.tooLittle(money(Number(price), currency), money(Number(balance), currency));
}

/** If the user can do something about it. */
function WayOut({ code }: { code: string }) {
  const className = "text-link underlined";
  if (code === "insufficient_balance")
    return (
      <Link to="/wallet" className={className}>
        {t.rent.advice.wallet}
      </Link>
    );
  if (code === "service_restricted")
    return (
      <Link to="/guides" search={{ guide: "lawful" }} className={className}>
        {t.rent.advice.lawful}
      </Link>
    );
  if (code === "too_many_open_orders")
    return (
      <Link to="/orders" className={className}>
        {t.rent.advice.open}
      </Link>
    );
  if (code === "terms_required")
    return (
      <Link to="/lawful-use" className={className}>
        {standing.bannerLink}
      </Link>
    );
  if (atVerification.has(code))
    return (
      <Link to="/verification" className={className}>
        {standing.title}
      </Link>
    );
  return null;
}
