import { useHotkeys } from "@mantine/hooks";
import { newestCode } from "../../../state/newest-code.ts";
import { useStore } from "../../../state/store.ts";
import { t } from "../../../texts/t.ts";
import { Page } from "../../../ui/Page.tsx";
import { copyText } from "../../../ui/copy-text.ts";
import { CodeVoice } from "./CodeVoice.tsx";
import { CountryField } from "./CountryField.tsx";
import { NoticeMenu } from "./NoticeMenu.tsx";
import { OpenOrders } from "./OpenOrders.tsx";
import { PoolTable } from "./PoolTable.tsx";
import { ServiceList } from "./ServiceList.tsx";
import { useChoice } from "./use-choice.ts";
import { useOpenOrders } from "./use-open-orders.ts";
import "./RentPage.css";

export function RentPage() {
  const { country, service, choose } = useChoice();
  const open = useOpenOrders();
  const newest = useStore(newestCode);
  useHotkeys([["c", () => void (newest && copyText(newest.code))]]);
  const hasOpen = open.ids.length > 0;

  return (
    <Page title={t.rent.title} actions={<NoticeMenu />} {...(newest ? { tabTitle: newest.code } : {})}>
      <CodeVoice />
      <div className="rent-page" data-open={hasOpen || undefined}>
        <div className="rent-chooser">
          <CountryField value={country} onChange={(next) => choose({ country: next, service })} />
          <ServiceList
            country={country}
            value={service}
            onChange={(next) => choose({ country, service: next })}
          />
          <div className="rent-pools">
            <PoolTable country={country} service={service} onRented={open.show} />
          </div>
        </div>
        <div className="rent-open">
          <OpenOrders open={open} />
        </div>
      </div>
    </Page>
  );
}
