import type * as en from "../en/safeguards.ts";
import type { Like } from "../like.ts";

export const safeguards: Like<typeof en.safeguards> = {
  title: "Protections",
  lead: "Les réglages qui protègent moins que leur valeur par défaut. Ils figurent aussi dans le rapport de transparence.",
  name: "Réglage, et ce qu’il signifie",
  value: "Actuellement",
  default: "Par défaut",
  none: "rien n’est plus faible que la valeur par défaut",
};
