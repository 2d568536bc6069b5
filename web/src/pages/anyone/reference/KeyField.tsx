import { Anchor, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { consoleKey } from "../../../state/console-key.ts";
import { useStore } from "../../../state/store.ts";
import { reference as texts } from "../../../texts/reference.ts";

/** The reader's own key, for the samples: only in memory, and in no URL. */
export const KeyField = () => (
  <div>
    <TextInput
      label={texts.key}
      description={texts.keyHint}
      placeholder={texts.keyPlaceholder}
      classNames={{ input: "mono" }}
      maw={520}
      autoComplete="off"
      spellCheck={false}
      value={useStore(consoleKey)}
      onChange={(event) => consoleKey.set(event.currentTarget.value.trim())}
    />
    <Anchor component={Link} to="/api" size="sm">
      {texts.createKey}
    </Anchor>
  </div>
);
