import { useNetwork } from "@mantine/hooks";
import { streamLost } from "../data/events.ts";
import { unreachable } from "../state/connection.ts";
import { useStore } from "../state/store.ts";
import { t } from "../texts/t.ts";
import "./OfflineBar.css";
import { useLasting } from "./use-lasting.ts";

/** Says on every page that the server cannot be reached, wherever the page is scrolled to. */
export function OfflineBar() {
  const { online } = useNetwork();
  const isStreamLost = useStore(streamLost);
  const isLost = useLasting(useStore(unreachable) || isStreamLost, 3000); // A short interruption ends without a bar.
  return (
    <div className="offline-bar" role="status">
      {(!online || isLost) && <p>{t.shell.offline}</p>}
    </div>
  );
}
