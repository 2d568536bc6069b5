import { own } from "../api/client.ts";
import { notices as texts } from "../texts/push.ts";

/** Browsers take pushes over https and on this machine; iPhones only once the app is on the home screen. */
export const canBeTold =
  "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;

/** Has the server tell this browser of codes. Rejects with a text for the member. */
export async function startPush(publicKey: string): Promise<void> {
  if ((await Notification.requestPermission()) !== "granted") throw new Error(texts.denied);
  const { pushManager } = await navigator.serviceWorker.ready;
  const options = { userVisibleOnly: true, applicationServerKey: publicKey };
  await (await pushManager.getSubscription())?.unsubscribe(); // It may be for another key.
  const made = await pushManager.subscribe(options).catch(() => {
    throw new Error(texts.failed);
  });
  const { endpoint, keys } = made.toJSON();
  await own("push", { method: "PUT", body: { endpoint, p256dh: keys?.["p256dh"], auth: keys?.["auth"] } });
}

export async function stopPush(): Promise<void> {
  await own("push", { method: "DELETE" });
  const { pushManager } = await navigator.serviceWorker.ready;
  await (await pushManager.getSubscription())?.unsubscribe();
}
