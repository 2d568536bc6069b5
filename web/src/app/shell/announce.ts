import { noticeOn, soundOn } from "../../state/preferences.ts";

/** Announces that a code came, as loudly as the viewer wants. */
export function announce(title: string, text: string): void {
  if (soundOn.get()) beep();
  if (
    noticeOn.get() &&
    "Notification" in window &&
    Notification.permission === "granted" &&
    document.hidden
  ) {
    const notice = new Notification(title, { body: text, tag: "zap-code" });
    notice.addEventListener("click", () => window.focus());
  }
}

/** Two short tones, generated here: no file to fetch. */
function beep(): void {
  const context = new AudioContext();
  const gain = context.createGain();
  gain.gain.value = 0.08;
  gain.connect(context.destination);
  for (const [at, frequency] of [
    [0, 880],
    [0.13, 1320],
  ] as const) {
    const tone = context.createOscillator();
    tone.frequency.value = frequency;
    tone.connect(gain);
    tone.start(context.currentTime + at);
    tone.stop(context.currentTime + at + 0.1);
  }
  setTimeout(() => void context.close(), 500);
}
