import { keepFocus } from "./keep-focus.ts";
import { keepPages } from "./kept-page.ts";
import { queryClient } from "./query-client.ts";
import { resumeByItself } from "./resume.ts";
import { router } from "./router.tsx";
import { language } from "../texts/language.ts";

/** In the language in which it is to notify. */
const worker = language === "en" ? "/sw.js" : `/sw.js?language=${language}`;

/** What is not needed before a page can be used. */
export function startLater(): void {
  keepFocus();
  keepPages(queryClient);
  resumeByItself(() => {
    void queryClient.invalidateQueries();
    void router.invalidate();
  });
  // Keeps the pages' files for when the server cannot be reached. Browsers allow it over https, and on this machine.
  if (import.meta.env.PROD && "serviceWorker" in navigator)
    navigator.serviceWorker.register(worker).catch(() => {}); // The pages work without.
}
