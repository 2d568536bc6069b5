import { Button, Group } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import type { RenewedSource, Source } from "#answers/operator/sources.ts";
import { stock as stockTexts } from "../../../texts/stock.ts";
import { operator as operatorTexts } from "../../../texts/operator.ts";
import { t } from "../../../texts/t.ts";
import { Choice } from "../../../ui/Choice.tsx";
import { SearchField } from "../../../ui/SearchField.tsx";
import { FoundRows } from "../../../parts/FoundRows.tsx";
import { SavedViews } from "../../../parts/SavedViews.tsx";
import { contains, useFilters } from "../../../state/search.ts";
import { DataTable } from "../../../ui/DataTable.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Page } from "../../../ui/Page.tsx";
import { ReasonModal } from "../../../ui/ReasonModal.tsx";
import { SecretModal } from "../../../ui/SecretModal.tsx";
import { NewSourceModal } from "./NewSourceModal.tsx";
import { SourceSetUp } from "./SourceSetUp.tsx";
import { GuideModal } from "./GuideModal.tsx";
import { LinesSection } from "./LinesSection.tsx";
import { TestModal } from "./TestModal.tsx";
import { sourceColumns } from "./columns.tsx";
import { useSourceActions, useSources } from "../../../data/use-sources.ts";

const sourceStates = [
  { value: "active", label: operatorTexts.active },
  { value: "retired", label: stockTexts.retired },
];

/** One that the server connects to, instead of being called. */
const isLink = ({ url }: RenewedSource): boolean => url.startsWith("smpp");

export function SourcesPage() {
  const sources = useSources();
  const [filter, change] = useFilters("q", "state", "by");
  const { rotate, retire } = useSourceActions();
  const [isCreating, setCreating] = useState(false);
  const [guided, setGuided] = useState<Source | null>(null);
  const [testing, setTesting] = useState<Source | null>(null);
  const [rotating, setRotating] = useState<Source | null>(null);
  const [retiring, setRetiring] = useState<Source | null>(null);
  const [secret, setSecret] = useState<RenewedSource | null>(null);
  return (
    <Page
      title={stockTexts.sources}
      lead={stockTexts.sourcesLead}
      actions={
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setCreating(true)}>
          {stockTexts.newSource}
        </Button>
      }
    >
      <Loaded query={sources}>
        {({ sources: rows }) =>
          rows.length === 0 ? (
            <Empty text={stockTexts.noSources} />
          ) : (
            <>
              <Group gap="xs" align="flex-end">
                <SearchField hint={stockTexts.name} value={filter.q ?? ""} onSearch={(q) => change({ q })} />
                <Choice
                  label={operatorTexts.state}
                  data={sourceStates}
                  value={filter.state}
                  onChange={(state) => change({ state })}
                />
                <SavedViews filter={filter} onChoose={change} />
              </Group>
              <FoundRows
                rows={rows.filter(
                  ({ name, kind, retired_at: retired }) =>
                    contains(filter.q, name, kind) &&
                    (filter.state === undefined ||
                      (retired === null ? "active" : "retired") === filter.state),
                )}
                table={(shown) => (
                  <DataTable
                    label={stockTexts.sources}
                    isMain
                    columns={sourceColumns(setGuided, setTesting, setRotating, setRetiring)}
                    rows={shown}
                    rowKey={({ id }) => id}
                  />
                )}
              />
            </>
          )
        }
      </Loaded>
      <LinesSection />
      {isCreating && sources.data && (
        <NewSourceModal
          kinds={sources.data.kinds}
          onClose={() => setCreating(false)}
          onCreated={(created) => {
            setCreating(false);
            setSecret(created);
          }}
        />
      )}
      {guided && <GuideModal source={guided} onClose={() => setGuided(null)} />}
      {testing && <TestModal source={testing} onClose={() => setTesting(null)} />}
      {rotating && (
        <ReasonModal
          title={stockTexts.rotateTitle(rotating.name)}
          text={stockTexts.rotateText}
          confirm={stockTexts.rotate}
          danger
          onClose={() => setRotating(null)}
          onConfirm={async () => setSecret(await rotate(rotating.id))}
        />
      )}
      {retiring && (
        <ReasonModal
          title={stockTexts.retireTitle(retiring.name)}
          text={stockTexts.retireSourceText}
          confirm={stockTexts.retire}
          danger
          onClose={() => setRetiring(null)}
          onConfirm={() => retire(retiring.id)}
        />
      )}
      {secret && (
        <SecretModal
          title={stockTexts.sources}
          text={isLink(secret) ? stockTexts.linkText : stockTexts.secretText}
          secrets={[
            [isLink(secret) ? stockTexts.linkUrl : stockTexts.url, secret.url],
            ...(secret.secret === null ? [] : ([[stockTexts.secret, secret.secret]] as [string, string][])),
            ...(secret.curl === null ? [] : ([[stockTexts.tryIt, secret.curl]] as [string, string][])),
          ]}
          fileName={`zapotp-source-${secret.id}.txt`}
          done={t.api.done}
          onClose={() => setSecret(null)}
        >
          <SourceSetUp source={secret} />
        </SecretModal>
      )}
    </Page>
  );
}
