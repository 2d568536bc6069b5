import { Select, Stack } from "@mantine/core";
import { browserTimeZone, chosenTimeZone, chooseTimeZone, timeZones } from "../../../state/time-zone.ts";
import { chooseLanguage, language, languages, type Language } from "../../../texts/language.ts";
import { t } from "../../../texts/t.ts";
import { Section } from "../../../ui/Section.tsx";

const browsers = "";

const zoneData = () => [
  { value: browsers, label: t.settings.timeZoneOwn(browserTimeZone) },
  ...timeZones().map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") })),
];

/** The language and the time zone of this browser. */
export const LanguageSection = () => (
  <Section title={t.settings.language} lead={t.settings.languageLead}>
    <Stack>
      <Select
        label={t.settings.languageName}
        data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
        allowDeselect={false}
        value={language}
        onChange={(chosen) => chosen && chosen !== language && chooseLanguage(chosen as Language)}
      />
      <Select
        label={t.settings.timeZone}
        description={t.settings.timeZoneHint}
        data={zoneData()}
        searchable
        allowDeselect={false}
        nothingFoundMessage={t.settings.noTimeZone}
        value={chosenTimeZone ?? browsers}
        onChange={(chosen) => chosen !== (chosenTimeZone ?? browsers) && chooseTimeZone(chosen || null)}
      />
    </Stack>
  </Section>
);
