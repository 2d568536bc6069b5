import { ActionIcon, Popover, Stack, Switch, Tooltip } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import { codeDigits, copyPlus, noticeOn, soundOn } from "../../../state/preferences.ts";
import { useStore, type Store } from "../../../state/store.ts";
import { t } from "../../../texts/t.ts";

/** How loudly a code is announced, and how numbers and codes are copied. */
export function NoticeMenu() {
  async function askNotice(on: boolean): Promise<void> {
    const allowed = on && "Notification" in window && (await Notification.requestPermission()) === "granted";
    noticeOn.set(allowed);
  }
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <Tooltip label={t.rent.options}>
          <ActionIcon variant="default" size="lg" aria-label={t.rent.options}>
            <IconBell size={18} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t.rent.options}>
        <Stack gap="sm">
          <StoredSwitch label={t.rent.sound} store={soundOn} onChange={soundOn.set} />
          <StoredSwitch label={t.rent.notice} store={noticeOn} onChange={(on) => void askNotice(on)} />
          <StoredSwitch label={t.rent.plus} store={copyPlus} onChange={copyPlus.set} />
          <StoredSwitch label={t.rent.digits} store={codeDigits} onChange={codeDigits.set} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

interface SwitchProps {
  label: string;
  store: Store<boolean>;
  onChange: (on: boolean) => void;
}

function StoredSwitch({ label, store, onChange }: SwitchProps) {
  return (
    <Switch
      label={label}
      checked={useStore(store)}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
