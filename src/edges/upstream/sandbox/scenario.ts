import { sandboxCode, sandboxText, textWithoutCode } from "./texts.ts";

/** What a sandbox number receives: seconds after the rent, or after the window ends. */
export interface Planned {
  afterSeconds: number;
  sender: string;
  text: string;
}

export interface Scenario {
  messages: Planned[];
  /** The window, if it is shorter than usual. */
  windowSeconds?: number;
}

/** The window of `test-late-code`, and when its code comes: after the window, but soon enough to wait for. */
const lateWindowSeconds = 10;
const lateCodeSeconds = 13;

/**
 * What happens on a sandbox number after the rent (contract, "Two kinds of key"). `messageSeconds` 0: no message
 * arrives automatically.
 */
export function planScenario(
  service: { slug: string; name: string },
  country: string,
  messageSeconds: number,
  random: () => number,
): Scenario {
  const at = (afterSeconds: number, message: { sender: string; text: string }): Planned => ({
    afterSeconds,
    ...message,
  });
  const usual = (): { sender: string; text: string } =>
    sandboxText({
      service: service.slug,
      serviceName: service.name,
      code: sandboxCode(service.slug, random),
      country,
      random,
    });
  switch (service.slug) {
    case "test-no-sms":
      return { messages: [] };
    case "test-late-code":
      return { messages: [at(lateCodeSeconds, usual())], windowSeconds: lateWindowSeconds };
  }
  if (messageSeconds === 0) return { messages: [] };
  switch (service.slug) {
    case "test-two-codes":
      return { messages: [at(messageSeconds, usual()), at(messageSeconds * 2, usual())] };
    case "test-no-code-in-text":
      return {
        messages: [at(messageSeconds, { sender: service.name, text: textWithoutCode(service.name) })],
      };
    default:
      return { messages: [at(messageSeconds, usual())] };
  }
}
