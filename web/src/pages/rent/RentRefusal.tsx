import { Alert, Anchor, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { isApiError } from "../../api/error.ts";
import { t } from "../../texts/t.ts";

/** Why there is no number, and what one can do instead. */
export function RentRefusal({ error }: { error: Error }) {
  const code = isApiError(error) ? error.code : "";
  const advice = t.rent.advice[code];
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle />} role="alert" mb="sm">
      <Text>
        {error.message} {t.rent.adviceText[code]}
      </Text>
      {advice && (
        <Anchor component={Link} to={advice.to} underline="always">
          {advice.text}
        </Anchor>
      )}
    </Alert>
  );
}
