const patienceMilliseconds = 5000;

/** Focuses what a page shows as soon as it is there: the page may still have to be fetched. */
export function focusOnceThere(selector: string): void {
  const until = performance.now() + patienceMilliseconds;
  const look = (): void => {
    const element = document.querySelector<HTMLElement>(selector);
    if (element) {
      if (element.tabIndex < 0) element.tabIndex = -1;
      element.focus();
    } else if (performance.now() < until) setTimeout(look, 50);
  };
  setTimeout(look, 50);
}
