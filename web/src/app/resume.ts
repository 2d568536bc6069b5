import { unreachable } from "../state/connection.ts";

const pollMilliseconds = 3000;
const reloadedAt = "zap-reloaded-at";
const leastBetweenReloads = 60_000;

/** Calls `refresh` as soon as the server can be reached again. */
export function resumeByItself(refresh: () => void): void {
  let timer: ReturnType<typeof setInterval> | undefined;
  window.addEventListener("online", refresh);
  const watch = (): void => {
    clearInterval(timer);
    if (unreachable.get()) timer = setInterval(ask, pollMilliseconds);
  };
  unreachable.subscribe(() => {
    watch();
    if (!unreachable.get()) refresh();
  });
  watch();
  window.addEventListener("vite:preloadError", reloadOnce);
}

/** Without a network there is nothing to ask; the browser says when there is one again. */
function ask(): void {
  if (!navigator.onLine) return;
  fetch("/healthz", { cache: "no-store" }).then(
    () => unreachable.set(false),
    () => {},
  );
}

/** After an update of the server, the files that an open page would still fetch are gone: the new page has others. */
function reloadOnce(): void {
  const last = Number(sessionStorage.getItem(reloadedAt) ?? 0);
  if (!navigator.onLine || Date.now() - last < leastBetweenReloads) return;
  sessionStorage.setItem(reloadedAt, String(Date.now()));
  window.location.reload();
}
