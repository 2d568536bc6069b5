import { Suspense, lazy, useState } from "react";
import { AccountButton } from "./AccountButton.tsx";

const load = () => import("./AccountMenuList.tsx");
const AccountMenuList = lazy(() => load().then((module) => ({ default: module.AccountMenuList })));

/** The button; its menu is fetched on hover, before the click. */
export function AccountMenu() {
  const [isOpened, setOpened] = useState(false);
  const button = (
    <AccountButton
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={() => void load()}
      onClick={() => setOpened(true)}
    />
  );
  return <Suspense fallback={button}>{isOpened ? <AccountMenuList /> : button}</Suspense>;
}
