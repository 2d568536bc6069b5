/** Where the focus was, and what is around it. */
interface Spot {
  element: HTMLElement;
  dialog: Element | null;
  /** The rows that may take over if this one goes: those after it, the nearest first, then those before it. */
  rows: Element[];
  heading: Element | null;
  /** Where the focus was before the dialog opened. */
  opener: Spot | null;
}

const focusable = "a[href], button:not(:disabled), input:not(:disabled), [tabindex='0']";
/** Something that is opened in place of what has closed takes the focus first. */
const settleMilliseconds = 40;

let last: Spot | null = null;

/**
 * The browser drops the focus to the top of the page when the focused element goes or is disabled: whoever works by
 * keyboard loses their place. From now on it goes back to the button that opened a dialog once that has closed, to the
 * next row once a row has gone, else to the nearest heading.
 */
export function keepFocus(): void {
  document.addEventListener("focusin", ({ target }) => remember(target));
  // Some browsers do not focus a button that is pressed with the mouse.
  document.addEventListener(
    "click",
    ({ target }) => remember(target instanceof Element ? target.closest(focusable) : null),
    true,
  );
  document.addEventListener("pointerdown", ({ target }) => {
    const isOnPage = target instanceof Element && target.closest("#root") && !target.closest(focusable);
    if (isOnPage) last = null; // They have left it themselves.
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    clearTimeout(timer);
    if (isLost()) timer = setTimeout(() => isLost() && replacement(last)?.focus(), settleMilliseconds);
  };
  new MutationObserver(look).observe(document.body, {
    childList: true,
    subtree: true,
    attributeFilter: ["disabled"],
  });
}

const isLost = (): boolean => last !== null && document.activeElement === document.body;

function remember(target: EventTarget | null): void {
  if (!(target instanceof HTMLElement) || target === document.body) return;
  const dialog = target.closest("[role=dialog]");
  const row = target.closest("tr, li, article");
  const section = target.closest("section, [role=dialog], main");
  last = {
    element: target,
    dialog,
    rows: row ? neighbours(row) : [],
    heading: section?.querySelector("h1, h2, h3") ?? null,
    opener: openerOf(dialog),
  };
}

/** The last spot outside the dialog. */
function openerOf(dialog: Element | null): Spot | null {
  let spot = last;
  while (dialog !== null && spot !== null && spot.dialog === dialog) spot = spot.opener;
  return dialog === null ? null : spot;
}

function replacement(spot: Spot | null): HTMLElement | null {
  if (spot === null) return prepared(document.querySelector("main h1, h1"));
  const { element, rows, heading, opener } = spot;
  if (element.isConnected) return element;
  const row = rows.find((one) => one.isConnected);
  const inRow = row?.matches(focusable) ? row : row?.querySelector(focusable);
  if (inRow) return inRow as HTMLElement;
  if (heading?.isConnected) return prepared(heading);
  return replacement(opener);
}

/** A heading can be focused, though not by the Tab key. */
function prepared(element: Element | null): HTMLElement | null {
  if (!(element instanceof HTMLElement)) return null;
  if (!element.hasAttribute("tabindex")) element.tabIndex = -1;
  return element;
}

/** Its neighbours, those after it first. */
function neighbours(row: Element): Element[] {
  const all = [...(row.parentElement?.children ?? [])];
  const at = all.indexOf(row);
  return [...all.slice(at + 1), ...all.slice(0, at).toReversed()];
}
