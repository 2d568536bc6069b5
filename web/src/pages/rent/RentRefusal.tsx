import { Alert, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { Link, linkOptions } from "@tanstack/react-router";
import { isApiError } from "../../api/error.ts";
import { t } from "../../texts/t.ts";

/** Where one can do something about it. */
const waysOut = linkOptions([
  { to: "/wallet", id: "insufficient_balance", children: t.rent.advice.insufficient_balance },
  {
    to: "/guides",
    search: { guide: "lawful" },
    id: "service_restricted",
    children: t.rent.advice.service_restricted,
  },
  { to: "/orders", id: "too_many_open_orders", children: t.rent.advice.too_many_open_orders },
]);

/** Why there is no number, and what one can do instead. */
export function RentRefusal({ error }: { error: Error }) {
  const code = isApiError(error) ? error.code : "";
  const way = waysOut.find(({ id }) => id === code);
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle />} role="alert" mb="sm">
      <Text>
        {error.message} {t.rent.adviceText[code]}
      </Text>
      {way && <Link {...way} className="text-link underlined" />}
    </Alert>
  );
}
