import type * as en from "../en/extract.ts";
import type { Like } from "../like.ts";

const confidence = new Intl.NumberFormat("fr-FR", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

export const extract: Like<typeof en.extract> = {
  title: "Trouver le code d’un message",
  lead: "Collez un message pour voir quel code ZapOTP y lit, quels services il nomme, et pourquoi. Parmi plusieurs candidats qui ont assez de points, le meilleur l’emporte. Rien n’est enregistré.",
  key: "Clé API",
  keyHint: "Laissez vide si vous êtes connecté. Elle ne quitte cette page qu’avec la requête.",
  needsKey: "Saisissez une clé API, ou connectez-vous d’abord.",
  sender: "Expéditeur (s’il est connu)",
  text: "Message",
  sample:
    "Votre code WhatsApp\u202f: 123-456. Ne le partagez avec personne. Besoin d’aide\u202f? Appelez le 0800 555 000.",
  submit: "Trouver le code",
  noCode: "Aucun code",
  belowThreshold: (points) => `Aucun candidat n’a atteint ${points} points.`,
  confidence: (value) => `Confiance ${confidence.format(value)}`,
  noService: "Il ne nomme aucun service.",
  services: (names) => `Service\u202f: ${names.join(", ")}`,
  candidates: "Candidats",
  candidate: "Candidat",
  points: "Points",
  why: "Pourquoi",
};
