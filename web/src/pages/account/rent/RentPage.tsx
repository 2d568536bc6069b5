import { useHotkeys } from "@mantine/hooks";
import { useRef, useState } from "react";
import { codeToCopy } from "../../../parts/orders/code-to-copy.ts";
import { newestCode } from "../../../state/newest-code.ts";
import { useStore } from "../../../state/store.ts";
import { t } from "../../../texts/t.ts";
import { Page } from "../../../ui/Page.tsx";
import { isTyping } from "../../../ui/is-typing.ts";
import { copyText } from "../../../ui/copy-text.ts";
import { CodeVoice } from "./CodeVoice.tsx";
import { CountryField } from "./CountryField.tsx";
import { NoticeMenu } from "./NoticeMenu.tsx";
import { OpenOrders } from "./OpenOrders.tsx";
import { PoolTable } from "./PoolTable.tsx";
import { ServiceList } from "./ServiceList.tsx";
import { useChoice } from "./use-choice.ts";
import { useListedServices } from "./use-listed-services.ts";
import { useOpenOrders } from "./use-open-orders.ts";
import "./RentPage.css";

export function RentPage() {
  const { country, service, choose } = useChoice();
  const [search, setSearch] = useState("");
  const found = useListedServices(country, search);
  const open = useOpenOrders();
  const chooser = useRef<HTMLDivElement>(null);
  const newest = useStore(newestCode);
  const copyNewest = ({ target }: KeyboardEvent): void => {
    if (newest && !isTyping(target)) copyText(codeToCopy(newest.code)).catch(() => {}); // The page says if it was refused.
  };
  useHotkeys([["c", copyNewest, { preventDefault: false }]], []);
  const hasOpen = open.ids.length > 0;
  // Pools are those of a service that one sees in the list.
  const chosen = found.rows.find(({ slug }) => slug === service);
  const shown = chosen || search.trim() === "" ? service : null;

  return (
    <Page title={t.rent.title} actions={<NoticeMenu />} {...(newest ? { tabTitle: newest.code } : {})}>
      <CodeVoice />
      <div className="rent-page" data-open={hasOpen || undefined}>
        <div className="rent-chooser" ref={chooser}>
          <CountryField value={country} onChange={(next) => choose({ country: next, service })} />
          <ServiceList
            found={found}
            search={search}
            onSearch={setSearch}
            value={service}
            onChange={(next) => choose({ country, service: next })}
          />
        </div>
        <div className="rent-pools">
          <PoolTable country={country} service={shown} name={chosen?.name} onRented={open.show} />
        </div>
        <div className="rent-open">
          <OpenOrders open={open} onRentAnother={() => chooser.current?.scrollIntoView()} />
        </div>
      </div>
    </Page>
  );
}
