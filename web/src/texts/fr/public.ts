import type * as en from "../en/public.ts";
import type { Like } from "../like.ts";
import { several } from "./count.ts";

/** Texts of the pages that everybody may read, signed in or not. */
export const publicNav: Like<typeof en.publicNav> = {
  prices: "Tarifs",
  reference: "Référence de l’API",
  extract: "Trouver le code d’un message",
  changelog: "Nouveautés",
  terms: "Conditions",
  report: "Signaler un abus",
  dashboard: "Tableau de bord",
  label: "À propos de ce service",
};

export const prices: Like<typeof en.prices> = {
  title: "Services et tarifs",
  lead: "Ce que coûte un code, et combien de fois il arrive. Vous ne payez que les numéros qui reçoivent un code.",
  country: "Pays",
  search: "Service",
  searchHint: "Chercher un service",
  service: "Service",
  price: "À partir de",
  stock: "Stock",
  inStock: "En stock",
  outOfStock: "Épuisé",
  success: "Réussite",
  successHint: (least) =>
    `Réussite\u202f: la part des commandes des 14 derniers jours qui ont reçu un code. Elle s’affiche à partir de ${several(least, "commande", "commandes")}.`,
  none: "Aucun service trouvé.",
  hidden: "Ce serveur ne montre pas ses tarifs avant la connexion.",
};

export const changelog: Like<typeof en.changelog> = {
  title: "Nouveautés",
  lead: "Ce qui est nouveau dans le logiciel de ce serveur.",
};

export const terms: Like<typeof en.terms> = {
  title: "Conditions",
  lawful: "Usage licite",
  accepted: (version) => `Toute personne qui s’inscrit accepte cette déclaration, version ${version}.`,
  general: [
    [
      "Paiement",
      "Vous payez d’avance. Le prix d’un numéro est mis de côté quand vous le louez, et débité à l’arrivée de son premier message. S’il n’en arrive aucun, il revient de lui-même sur votre solde.",
    ],
    [
      "Numéros",
      "Un numéro loué est à vous jusqu’à la fin de son délai. D’autres peuvent ensuite le louer, mais pas pour un service dont vous y avez reçu un code, aussi longtemps que ce serveur le met à part.",
    ],
    [
      "Ce qui est conservé",
      "Les messages et les codes sont conservés chiffrés, et effacés au bout de la durée fixée par l’opérateur. Les commandes et les paiements restent dans la comptabilité, comme la loi l’exige. Vous pouvez télécharger tout ce que contient votre compte, et le supprimer, dans les Paramètres.",
    ],
    [
      "Disponibilité",
      "Rien ne garantit qu’un service envoie un code à un numéro, ni que ce serveur soit toujours disponible.",
    ],
  ],
};
