import type * as en from "../en/palette.ts";
import type { Like } from "../like.ts";

/** Texts of the palette and of the list of shortcuts, which are loaded when one of them is opened. */
export const palette: Like<typeof en.palette> = {
  hint: "Allez où vous voulez, cherchez une commande ou tapez «\u202fwhatsapp usa\u202f»",
  empty: "Rien trouvé. Essayez une page, un numéro, ou un service et un pays.",
  pages: "Aller à",
  actions: "Faire",
  rent: "Louer",
  orders: "Commandes",
  customers: "Clients",
  rentIn: (service, country) => `Louer ${service}, ${country}`,
  theme: (name) => `Apparence\u202f: ${name}`,
  newKey: "Nouvelle clé API",
  toMode: { live: "Passer en réel", test: "Passer au bac à sable" },
  topUp: "Recharger",
  signOut: "Se déconnecter",
  signIn: "Se connecter",
  signUp: "Créer un compte",
  shortcuts: "Raccourcis clavier",
};

/** Other words that people type for a page, by its address, or for an action, by its id. */
export const paletteWords: Like<typeof en.paletteWords> = {
  "/rent": "acheter numéro numéros sms code otp vérification virtuel accueil",
  "/orders": "historique messages codes locations passées achats",
  "/wallet": "solde argent fonds facturation paiements relevé factures opérations dépenses dépôt crédit",
  "/api": "clés développeur jeton webhook console intégration sdk",
  "/guides": "aide guide comment documentation bac à sable erreurs règles manuel",
  "/team": "membres utilisateurs personnes inviter collègues rôles",
  "/settings":
    "profil compte mot de passe deux facteurs 2fa mfa totp clé d’accès sessions e-mail notifications langue fuseau supprimer exporter",
  "/prices": "tarifs prix coût coûts services pays réussite",
  "/docs": "référence documentation openapi swagger développeurs",
  "/docs/extract": "analyser otp test message regex",
  "/changelog": "nouveautés mises à jour versions journal",
  "/terms": "règles conditions légal politique licite cgu",
  "/operator": "tableau de bord accueil revenus statistiques chiffres aujourd’hui",
  "/operator/customers": "comptes clients utilisateurs acheteurs crédit",
  "/operator/orders": "ventes locations",
  "/operator/messages": "réception sms non attribués textes",
  "/operator/numbers": "stock inventaire importer sim cartes lignes",
  "/operator/register": "titulaire base légale inspecteur régulateur signalé résilié conformité",
  "/operator/pools": "prix tarifs marge offres coût",
  "/operator/sources": "webhook opérateur twilio modem passerelle sim box",
  "/operator/services": "catalogue restreint bloquer marques applications",
  "/operator/audit": "journal actions historique qui",
  "/operator/privacy": "rgpd registre traitements conservation effacement données personnelles",
  "/operator/health": "statut contrôles tâches supervision disponibilité",
  "/operator/outbox": "courrier e-mail lettres smtp",
  "/operator/settings": "configuration environnement serveur",
  light: "thème jour clair blanc mode apparence",
  dark: "thème nuit sombre noir mode apparence",
  auto: "thème système apparence par défaut",
  "new-key": "créer jeton api développeur secret",
  "switch-mode": "réel bac à sable test production mode basculer",
  "top-up": "ajouter fonds dépôt payer argent solde crédit recharge",
  "sign-out": "déconnexion quitter sortir",
  "sign-in": "connexion se connecter",
  "sign-up": "inscription s’inscrire nouveau compte",
  shortcuts: "touches aide raccourcis clavier",
};

/** Other words for countries, by code. */
export const countryWords: Like<typeof en.countryWords> = {
  uk: "GB",
  angleterre: "GB",
  écosse: "GB",
  "grande-bretagne": "GB",
  usa: "US",
  amérique: "US",
  hollande: "NL",
  uae: "AE",
  émirats: "AE",
  allemagne: "DE",
  espagne: "ES",
  corée: "KR",
  tchéquie: "CZ",
  turquie: "TR",
};

export const shortcuts: Like<typeof en.shortcuts> = {
  title: "Raccourcis clavier",
  keys: "Touches",
  action: "Ce qu’elles font",
  openPalette: "Chercher, ou aller où vous voulez, même en pleine saisie",
  help: "Afficher cette liste",
  copyCode: "Sur la page Louer\u202f: copier le code le plus récent",
  escape: "Fermer ce qui est ouvert",
  tab: "Aller à l’élément suivant\u202f; le premier d’une page mène au contenu",
  enter: "Ouvrir la ligne ou le résultat sélectionné",
};
