import { ActionIcon, Text, UnstyledButton } from "@mantine/core";
import { IconStar, IconStarFilled } from "@tabler/icons-react";
import type { KeyboardEvent } from "react";
import { t } from "../../../texts/t.ts";
import { Money } from "../../../parts/Money.tsx";
import { ServiceIcon } from "../../../ui/ServiceIcon.tsx";
import { toggleFavourite, type Row } from "./use-listed-services.ts";

interface Props {
  row: Row;
  top: number;
  isChosen: boolean;
  isFavourite: boolean;
  /** Reached by the Tab key; the others by the arrows. */
  isReachable: boolean;
  onChoose: () => void;
}

export function ServiceRow({ row, top, isChosen, isFavourite, isReachable, onChoose }: Props) {
  const { slug, name, offer } = row;
  return (
    <li
      className="service-row"
      data-chosen={isChosen}
      style={{ position: "absolute", top, left: 0, right: 0 }}
      onKeyDown={moveFocus}
    >
      <UnstyledButton
        className="service-pick"
        aria-pressed={isChosen}
        tabIndex={isReachable ? 0 : -1}
        onClick={onChoose}
      >
        <ServiceIcon slug={slug} name={name} />
        <Text truncate flex={1} fw={isChosen ? 600 : 400}>
          {name}
        </Text>
        <Text size="xs" c="dimmed" ta="right" style={{ whiteSpace: "nowrap" }}>
          {offer ? (
            <>
              <Money amount={offer.price} />
              <br />
              {offer.count > 0 ? t.rent.stock(offer.count) : t.rent.outOfStock}
            </>
          ) : (
            t.rent.restricted
          )}
        </Text>
      </UnstyledButton>
      <ActionIcon
        variant="subtle"
        color="gray"
        tabIndex={isReachable ? 0 : -1}
        aria-label={isFavourite ? t.rent.unfavourite(name) : t.rent.favourite(name)}
        onClick={() => toggleFavourite(slug)}
      >
        {isFavourite ? (
          <IconStarFilled size={16} color="var(--mantine-color-amber-6)" />
        ) : (
          <IconStar size={16} />
        )}
      </ActionIcon>
    </li>
  );
}

/** Up and down between rows, left and right within one. */
function moveFocus(event: KeyboardEvent<HTMLLIElement>): void {
  const row = event.currentTarget;
  const buttons = row.querySelectorAll<HTMLElement>("button");
  const isStar = document.activeElement === buttons[1];
  const targets: Record<string, () => HTMLElement | undefined> = {
    ArrowDown: () => row.nextElementSibling?.querySelectorAll<HTMLElement>("button")[isStar ? 1 : 0],
    ArrowUp: () => row.previousElementSibling?.querySelectorAll<HTMLElement>("button")[isStar ? 1 : 0],
    ArrowRight: () => buttons[1],
    ArrowLeft: () => buttons[0],
  };
  const target = targets[event.key]?.();
  if (!target) return;
  event.preventDefault();
  target.focus();
}
