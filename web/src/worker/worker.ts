/// <reference lib="webworker" />
import { push as english } from "../texts/en/push.ts";
import { push as french } from "../texts/fr/push.ts";

/** Put in by the build: this build's hash, and the files that its pages are made of. */
declare const BUILD: { version: string; files: string[] };
declare const self: ServiceWorkerGlobalScope;

/** In its address, because a worker cannot read what the pages keep. */
const texts = new URL(self.location.href).searchParams.get("language") === "fr" ? french : english;

const prefix = "zapotp-";
const here = prefix + BUILD.version;
/** The pages' one document; it is only answered from here while the server cannot be reached. */
const shell = "/index.html";
/** Addresses of the server that no page is at. */
const noPage = /^\/(account|dashboard|in)(\/|$)|\.\w+$/;

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const answer = answerFor(event.request);
  if (answer) event.respondWith(answer);
});

async function install(): Promise<void> {
  const cache = await caches.open(here);
  await cache.addAll(BUILD.files);
  await self.skipWaiting();
}

/** The files of the build before stay as long as this one is the newest: a page that is open may still need them. */
async function activate(): Promise<void> {
  const ours = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== here);
  await Promise.all(ours.slice(0, -1).map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** Null for everything that only the server may answer: codes, orders and money are never cached. */
function answerFor(request: Request): Promise<Response> | null {
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return null;
  if (request.mode === "navigate") return noPage.test(pathname) ? null : orElse(request, shell);
  if (pathname.startsWith("/assets/")) return kept(request);
  return BUILD.files.includes(pathname) ? orElse(request, pathname) : null;
}

/** From the server, so that nothing is out of date; from the cache while there is no answer. */
async function orElse(request: Request, path: string): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const cache = await caches.open(here);
    const found = await cache.match(path);
    if (found) return found;
    throw error;
  }
}

/** Files whose names change with their contents are the same for ever. */
async function kept(request: Request): Promise<Response> {
  const found = await caches.match(request);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(here)).put(request, answer.clone());
  return answer;
}

/** What the server pushes when a code has arrived: never the code itself. */
interface Arrived {
  order_id: number;
  service: string;
  mode: "live" | "test";
  has_code: boolean;
}

self.addEventListener("push", (event) => event.waitUntil(tell(event.data?.json() as Arrived)));

function tell({ order_id: orderId, service, mode, has_code: hasCode }: Arrived): Promise<void> {
  const title = hasCode ? texts.codeArrived(service) : texts.messageArrived(service);
  return self.registration.showNotification(title, {
    body: mode === "test" ? texts.openInSandbox : texts.open,
    icon: "/icons/icon-192.png",
    tag: `zap-order-${orderId}`,
    data: { path: `/orders?order=${orderId}${mode === "test" ? "&in=sandbox" : ""}` },
  });
}

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(show((event.notification.data as { path: string }).path));
});

/** In a window that is open already, else in a new one. */
async function show(path: string): Promise<void> {
  const [open] = await self.clients.matchAll({ type: "window" });
  if (!open) return void (await self.clients.openWindow(path));
  await open.focus();
  await open.navigate(path);
}
