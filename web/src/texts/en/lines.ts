import { count } from "./count.ts";

export const lines = {
  title: "Lines",
  lead: "How messages reach your numbers: through a source as a whole, or one of its devices, ports or SIMs. A line appears once something has come in through it. Numbers whose lines are all down are not sold.",
  line: "Line",
  whole: (source: string) => `${source} (whole source)`,
  state: "State",
  states: { up: "Up", silent: "Silent for longer than usual", down: "Down", unheard: "Never heard" },
  heard: "Last heard",
  usualGap: (span: string) => `usually silent for at most ${span}`,
  numbers: "Numbers",
  hour: "Last hour",
  day: "Last day",
  lag: "Lag",
  lagHint: "From the network to this server, on average over the last day",
  longestLag: (seconds: string) => `longest ${seconds}`,
  takeDown: "Take down",
  takeDownTitle: (line: string) => `Take ${line} down?`,
  takeDownText:
    "Numbers that are heard through this line alone are not sold until it is up again. Open orders go on.",
  bringUp: "Bring up",
  bringUpTitle: (line: string) => `Bring ${line} up?`,
  bringUpText: "Its numbers are sold again.",
  areDown: (n: number) => (n === 1 ? "1 line is down" : `${count(n)} lines are down`),
  areSilent: (n: number) =>
    n === 1 ? "1 line is silent for longer than usual" : `${count(n)} lines are silent for longer than usual`,
  lastError: (ago: string) => `Last error ${ago}: `,
};
