import { useNotifications } from "@mantine/notifications";
import { Suspense, lazy, useState } from "react";

const Notices = lazy(() => import("./Notices.tsx").then((module) => ({ default: module.Notices })));

/** Where notices appear; fetched with the first of them. */
export function NoticeArea() {
  const [isUsed, setUsed] = useState(false);
  const hasNotice = useNotifications().notifications.length > 0;
  if (hasNotice && !isUsed) setUsed(true);
  return <Suspense fallback={null}>{(isUsed || hasNotice) && <Notices />}</Suspense>;
}
