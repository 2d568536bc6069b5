import { Button, Divider } from "@mantine/core";
import { IconFingerprint } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { Me } from "#answers/member.ts";
import {
  forgetOffer,
  offerPasskeys,
  passkeyFault,
  passkeysWork,
  signInByPasskey,
} from "../../data/passkeys.ts";
import { meQuery } from "../../data/use-me.ts";
import { t } from "../../texts/t.ts";
import { FormError } from "../../ui/FormError.tsx";

/** Signs in without name and password, by a button or by the browser's offer in the name field. */
export function PasskeySignIn({ onDone }: { onDone: () => void }) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const enter = (me: Me | null): void => {
    if (me === null) return;
    client.setQueryData(meQuery.queryKey, me);
    onDone();
  };
  const entered = useRef(enter);
  entered.current = enter;
  const isOffering = useRef(true);

  useEffect(() => {
    if (!passkeysWork()) return undefined;
    isOffering.current = true;
    // Nobody pressed anything, so an offer that fails shows no error.
    offerPasskeys(() => isOffering.current).then(
      (me) => entered.current(me),
      () => {},
    );
    return () => {
      isOffering.current = false;
      void forgetOffer();
    };
  }, []);

  async function press(): Promise<void> {
    isOffering.current = false;
    setBusy(true);
    setFault(null);
    try {
      enter(await signInByPasskey());
    } catch (error) {
      setFault(passkeyFault(error));
    } finally {
      setBusy(false);
    }
  }

  if (!passkeysWork()) return null;
  return (
    <>
      <Divider label={t.account.or} labelPosition="center" />
      <FormError text={fault} />
      <Button
        variant="default"
        fullWidth
        loading={busy}
        leftSection={<IconFingerprint size={18} aria-hidden />}
        onClick={() => void press()}
      >
        {t.account.passkeySignIn}
      </Button>
    </>
  );
}
