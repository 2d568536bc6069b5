import { Group, UnstyledButton } from "@mantine/core";
import { chooseLanguage, language, languages, type Language } from "../texts/language.ts";
import { t } from "../texts/t.ts";

const entries = Object.entries(languages) as [Language, string][];

/** The languages by their own names, for visitors who are not signed in. */
export const LanguageLinks = () => (
  <Group role="group" aria-label={t.settings.languageName} justify="center" gap={16}>
    {entries.map(([id, name]) => (
      <UnstyledButton
        key={id}
        lang={id}
        aria-current={id === language}
        fz="sm"
        c={id === language ? "dimmed" : "var(--mantine-color-anchor)"}
        td={id === language ? undefined : "underline"}
        onClick={() => id !== language && chooseLanguage(id)}
      >
        {name}
      </UnstyledButton>
    ))}
  </Group>
);
