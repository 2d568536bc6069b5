import { Button, Group, Modal, Stack, Text, type ModalProps } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import { t } from "../texts/t.ts";
import { FormError } from "./FormError.tsx";

interface Props {
  title: string;
  text?: string;
  size?: ModalProps["size"];
  closeOnClickOutside?: boolean;
  /** What `useSubmit` returns. */
  sending: { onSubmit: (event?: FormEvent<HTMLFormElement>) => void; busy: boolean; error: string | null };
  /** The label of the submit button. */
  submit: string;
  danger?: boolean;
  disabled?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A form over the page: its subject, its error, its fields, and the buttons to submit or cancel. */
export function FormModal({
  title,
  text,
  size,
  closeOnClickOutside,
  sending: { onSubmit, busy, error },
  submit,
  danger,
  disabled,
  onClose,
  children,
}: Props) {
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      closeOnClickOutside={closeOnClickOutside}
      closeButtonProps={{ "aria-label": t.common.close }}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          {text && <Text>{text}</Text>}
          <FormError text={error} />
          {children}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t.common.cancel}
            </Button>
            <Button type="submit" loading={busy} disabled={disabled} color={danger ? "red.8" : undefined}>
              {submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
