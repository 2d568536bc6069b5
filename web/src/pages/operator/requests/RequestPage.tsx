import { Button, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { own } from "../../../api/client.ts";
import type { RequestDetails } from "#answers/requests.ts";
import { casePage, requests as texts } from "../../../texts/cases.ts";
import { CodeBlock } from "../../../ui/CodeBlock.tsx";
import { Facts } from "../../../ui/Facts.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Page } from "../../../ui/Page.tsx";
import { ReasonModal } from "../../../ui/ReasonModal.tsx";
import { Section } from "../../../ui/Section.tsx";
import { PostponeModal } from "./PostponeModal.tsx";
import { ReleaseModal } from "./ReleaseModal.tsx";
import { requestFacts } from "./request-facts.tsx";

type Doing = "release" | "refuse" | "notify" | "postpone";

const dialogs = {
  refuse: { title: texts.refuse, text: texts.refuseText, confirm: texts.refuse, danger: true, reason: true },
  notify: { title: texts.notify, text: texts.notifyText, confirm: texts.notify },
};

export function RequestPage() {
  const { id = "" } = useParams({ strict: false });
  const client = useQueryClient();
  const [doing, setDoing] = useState<Doing | null>(null);
  const query = useQuery({
    queryKey: ["operator", "request", id],
    queryFn: () => own<RequestDetails>(`operator/requests/${id}`),
  });
  async function post(verb: Doing, body: object): Promise<void> {
    await own(`operator/requests/${id}/${verb}`, { method: "POST", body });
    await client.invalidateQueries({ queryKey: ["operator"] });
  }
  const one = query.data;
  return (
    <Page
      title={one ? casePage.title(one.name) : texts.title}
      actions={one && <Actions one={one} onDo={setDoing} />}
    >
      <Loaded query={query} rows={8}>
        {(found) => (
          <>
            {found.state === "open" && found.released_by_you && <Text>{texts.releasedByYou}</Text>}
            <Section title={texts.name}>
              <Facts facts={requestFacts(found)} />
            </Section>
            <Section title={texts.verify} lead={texts.verifyText}>
              <CodeBlock label={texts.verify} text={found.public_key.trim()} />
            </Section>
          </>
        )}
      </Loaded>
      {doing === "postpone" && (
        <PostponeModal onClose={() => setDoing(null)} onPostpone={(body) => post("postpone", body)} />
      )}
      {doing === "release" && (
        <ReleaseModal onClose={() => setDoing(null)} onRelease={(proof) => post("release", proof)} />
      )}
      {(doing === "refuse" || doing === "notify") && (
        <ReasonModal
          {...dialogs[doing]}
          onClose={() => setDoing(null)}
          onConfirm={(reason) => post(doing, reason === "" ? {} : { reason })}
        />
      )}
    </Page>
  );
}

function Actions({ one, onDo }: { one: RequestDetails; onDo: (doing: Doing) => void }) {
  if (one.state === "open")
    return (
      <>
        <Button variant="default" onClick={() => onDo("refuse")}>
          {texts.refuse}
        </Button>
        {!one.released_by_you && <Button onClick={() => onDo("release")}>{texts.release}</Button>}
      </>
    );
  if (one.state !== "released") return null;
  return (
    <>
      {one.noticed_at === null && (
        <>
          <Button variant="default" onClick={() => onDo("postpone")}>
            {texts.postpone}
          </Button>
          <Button variant="default" onClick={() => onDo("notify")}>
            {texts.notify}
          </Button>
        </>
      )}
      {one.reference !== null && (
        <Button component="a" href={`/dashboard/api/operator/requests/${one.id}/export`} download>
          {texts.export}
        </Button>
      )}
    </>
  );
}
