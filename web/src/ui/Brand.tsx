import { Group, Text, type GroupProps } from "@mantine/core";
import { IconBolt } from "@tabler/icons-react";
import { t } from "../texts/t.ts";

interface Props extends GroupProps {
  large?: boolean;
}

/** The product's logo and name. */
export const Brand = ({ large = false, ...props }: Props) => (
  <Group gap={large ? 8 : 6} wrap="nowrap" {...props}>
    <IconBolt
      size={large ? 26 : 22}
      fill="var(--mantine-color-amber-5)"
      color="var(--mantine-color-amber-7)"
      aria-hidden
    />
    <Text fw={700} size={large ? "xl" : undefined}>
      {t.common.product}
    </Text>
  </Group>
);
