import { sandboxCode, sandboxText, textWithoutCode } from "./texts.ts";

interface Service {
  slug: string;
  name: string;
}

interface Text {
  sender: string;
  text: string;
}

/** What a sandbox number receives: seconds after the rent, or after another code was asked for. */
export interface Planned extends Text {
  afterSeconds: number;
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
  service: Service,
  country: string,
  messageSeconds: number,
  random: () => number,
): Scenario {
  const at = (afterSeconds: number, message: Text): Planned => ({ afterSeconds, ...message });
  const usual = (): Text => usualText(service, country, random);
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

/** The message that comes when another code is asked for; null if none comes automatically. */
export function planAnother(
  service: Service,
  country: string,
  messageSeconds: number,
  random: () => number,
): Planned | null {
  if (messageSeconds === 0 || service.slug === "test-no-sms") return null;
  return { afterSeconds: messageSeconds, ...usualText(service, country, random) };
}

const usualText = ({ slug, name }: Service, country: string, random: () => number): Text =>
  sandboxText({ service: slug, serviceName: name, code: sandboxCode(slug, random), country, random });
