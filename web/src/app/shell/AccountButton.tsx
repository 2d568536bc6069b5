import { ActionIcon } from "@mantine/core";
import { IconUserCircle } from "@tabler/icons-react";
import type { ComponentProps } from "react";
import { t } from "../../texts/t.ts";

export const AccountButton = (props: ComponentProps<"button">) => (
  <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t.shell.accountMenu} {...props}>
    <IconUserCircle size={22} />
  </ActionIcon>
);
