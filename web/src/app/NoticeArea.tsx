import { useNotifications } from "@mantine/notifications";
import { Suspense, lazy, useState } from "react";

const Notices = lazy(() => import("./Notices.tsx").then((module) => ({ default: module.Notices })));

/** Where notices appear; loaded with the first one. */
export function NoticeArea() {
  const [isUsed, setUsed] = useState(false);
  const hasNotice = useNotifications().notifications.length > 0;
  if (hasNotice && !isUsed) setUsed(true);
  return <Suspense fallback={null}>{(isUsed || hasNotice) && <Notices />}</Suspense>;
}
