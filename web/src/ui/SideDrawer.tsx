import { Drawer } from "@mantine/core";
import type { ReactNode } from "react";
import { t } from "../texts/t.ts";

/** Details shown beside the page that they were opened from. */
export function SideDrawer({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      title={title}
      closeButtonProps={{ "aria-label": t.common.close }}
    >
      {children}
    </Drawer>
  );
}
