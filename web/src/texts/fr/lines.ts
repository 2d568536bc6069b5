import type { lines as english } from "../en/lines.ts";
import type { Like } from "../like.ts";
import { several } from "./count.ts";

export const lines: Like<typeof english> = {
  title: "Lignes",
  lead: "Ce par quoi les numéros reçoivent : une source entière, ou l’un de ses appareils, ports ou cartes SIM. Une ligne apparaît après son premier message. Les numéros dont toutes les lignes sont en panne ne sont pas vendus.",
  line: "Ligne",
  whole: (source) => `${source} (source entière)`,
  state: "État",
  states: {
    up: "En marche",
    silent: "Muette plus longtemps que d’habitude",
    down: "En panne",
    unheard: "Jamais entendue",
  },
  heard: "Dernier signe",
  usualGap: (span) => `d’habitude muette au plus ${span}`,
  numbers: "Numéros",
  hour: "Dernière heure",
  day: "Dernier jour",
  lag: "Délai",
  lagHint: "Du réseau à ce serveur, en moyenne sur le dernier jour",
  longestLag: (seconds) => `au plus ${seconds}`,
  takeDown: "Mettre hors service",
  takeDownTitle: (line) => `Mettre ${line} hors service ?`,
  takeDownText:
    "Les numéros reçus par cette seule ligne ne sont plus vendus jusqu’à sa remise en service. Les commandes ouvertes continuent.",
  bringUp: "Remettre en service",
  bringUpTitle: (line) => `Remettre ${line} en service ?`,
  bringUpText: "Ses numéros sont de nouveau vendus.",
  areDown: (n) => several(n, "ligne est en panne", "lignes sont en panne"),
  areSilent: (n) =>
    several(
      n,
      "ligne est muette plus longtemps que d’habitude",
      "lignes sont muettes plus longtemps que d’habitude",
    ),
  lastError: (ago) => `Dernière erreur ${ago} : `,
};
