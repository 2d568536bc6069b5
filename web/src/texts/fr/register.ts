import type * as en from "../en/register.ts";
import type { Like } from "../like.ts";
import { count, isOne, several } from "./count.ts";

export const register: Like<typeof en.register> = {
  title: "Registre des numéros",
  lead: "À qui est chacun de vos numéros, sur quelle base légale et depuis quand, et pourquoi certains ne sont plus en vente. Exportez-le pour un inspecteur.",
  search: "Chiffres du numéro",
  country: "Pays",
  state: "État",
  states: { in_sale: "En vente", out: "Hors vente", unregistered: "Sans inscription" },
  number: "Numéro",
  owner: "Titulaire et base légale",
  missing: "rien d’inscrit",
  reference: "Référence",
  since: "Depuis",
  sale: "Vente",
  inSale: "en vente",
  out: { retired: "retiré", flagged: "signalé", churned: "résilié" },
  empty: "Aucun numéro ne correspond.",
  importFacts: "Importer les données",
  importText:
    "Un fichier CSV avec une ligne d’en-tête\u202f: number, owner, legal_basis et since (2026-01-31), et, s’il y en a une, reference. L’export a les mêmes colonnes\u202f: remplissez-le et renvoyez-le. Si une ligne est erronée, rien n’est inscrit.",
  takeOut: "Retirer des numéros",
  takeOutText:
    "Un fichier CSV avec une ligne d’en-tête\u202f: number et, si vous le souhaitez, status (flagged, churned) et reason. Vos numéros qui y figurent ne sont plus loués\u202f; les autres sont ignorés. Si une ligne est erronée, rien ne change. Les numéros ne peuvent pas être remis en vente.",
  status: "Statut, quand une ligne ne le dit pas",
  statuses: {
    flagged: "Signalé\u202f: abus ou fraude rapportés",
    churned: "Résilié\u202f: abandonné par son titulaire",
  },
  reason: "Motif, quand une ligne ne le dit pas",
  reasonHint: "Conservé avec chaque numéro, et montré dans le registre.",
  line: "Ligne",
  problem: "Problème",
  faults: (n) =>
    `${several(n, "ligne est erronée", "lignes sont erronées")}. Rien ne peut être changé avant que le fichier ne soit correct.`,
  more: (n) => `et ${several(n, "autre", "autres")}`,
  factsChecked: (recorded, empty) =>
    `${several(recorded, "numéro sera inscrit", "numéros seront inscrits")}.${empty > 0 ? ` Lignes qui ne disent rien\u202f: ${count(empty)}.` : ""}`,
  removalChecked: (taken, rented, out, others) =>
    `${several(taken, "numéro sera retiré de la vente", "numéros seront retirés de la vente")}${rented > 0 ? `\u202f; ${count(rented)} ${isOne(rented) ? "d’entre eux est loué en ce moment et le reste" : "d’entre eux sont loués en ce moment et le restent"} jusqu’à la fin des commandes` : ""}. Déjà hors vente\u202f: ${count(out)}. Pas à vous\u202f: ${count(others)}.`,
  record: (n) => `Inscrire ${several(n, "numéro", "numéros")}`,
  take: (n) => `Retirer ${several(n, "numéro", "numéros")}`,
  recorded: (n) => `${several(n, "numéro inscrit", "numéros inscrits")}.`,
  taken: (n) => `${several(n, "numéro est hors vente", "numéros sont hors vente")}.`,
};
