import type * as en from "../en/privacy.ts";
import type { Like } from "../like.ts";
import { count } from "./count.ts";

export const privacy: Like<typeof en.privacy> = {
  title: "Protection des données",
  lead: "Ce qui est fait des données personnelles, combien de temps elles sont conservées, et ce qui a été effacé. Le registre est tiré de ce que cette version stocke.",
  retention: "Conservation",
  retentionLead: "Effacé par la tâche «\u202fclean up\u202f», toutes les dix minutes.",
  kind: "Type",
  kept: "Conservé pendant",
  due: "À effacer sous un jour",
  dueCount: (n, more) => `${more ? "plus de " : ""}${count(n)}`,
  nothingDue: "rien",
  first: "le premier",
  erasures: "Effacements",
  erasuresLead: "Combien a été effacé chaque jour (UTC).",
  day: "Jour",
  erased: "Effacés",
  noErasures: "Rien n’a encore été effacé.",
  record: "Registre des traitements",
  recordLead:
    "Pour l’article 30 du RGPD et les lois semblables. Les bases légales sont celles qui conviennent d’ordinaire\u202f; c’est à vous de décider, et d’ajouter ce que vous faites en dehors du produit.",
  purpose: "Finalité",
  basis: "Base légale",
  people: "Personnes",
  data: "Données",
  recipients: "Destinataires",
  storedIn: "Stocké dans",
};
