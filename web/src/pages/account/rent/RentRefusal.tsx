import { Alert, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { isApiError } from "../../../api/error.ts";
import { t } from "../../../texts/t.ts";

/** Why there is no number, and what to do instead. */
export function RentRefusal({ error }: { error: Error }) {
  const code = isApiError(error) ? error.code : "";
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle />} role="alert" mb="sm">
      <Text>
        {t.rent.refusalText[code] ?? error.message} {t.rent.adviceText[code]}
      </Text>
      <WayOut code={code} />
    </Alert>
  );
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
  return null;
}
