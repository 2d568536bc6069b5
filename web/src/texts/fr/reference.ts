import type * as en from "../en/reference.ts";
import type { Like } from "../like.ts";

export const reference: Like<typeof en.reference> = {
  title: "Référence de l’API",
  lead: "Tous les appels de l’API, avec des exemples qui marchent.",
  navigation: "Référence",
  operations: "Opérations",
  more: "Plus",
  errors: "Erreurs",
  models: "Modèles",
  download: "Document OpenAPI",
  postman: "Importez-le dans Postman, ou faites-en un client avec n’importe quel générateur OpenAPI.",
  baseUrl: "URL de base",
  key: "Clé API pour les exemples",
  keyHint:
    "Elle est insérée dans les exemples ci-dessous, reste dans cette page et n’est jamais enregistrée.",
  keyPlaceholder: "zap_test_…",
  createKey: "Créer une clé sur la page API",
  parameters: "Paramètres",
  body: "Corps",
  bodyHint: "JSON, ou un formulaire avec les mêmes champs.",
  answers: "Réponses",
  required: "obligatoire",
  header: "en-tête",
  sample: (name) => `${name}\u202f: exemple`,
  arrayOf: "liste de ",
  or: " ou ",
  oneOf: "l’un de",
  format: (name) => (name === "date-time" ? "heure RFC 3339" : name),
  range: (least, most) =>
    least !== undefined && most !== undefined
      ? `de ${least} à ${most}`
      : least !== undefined
        ? `à partir de ${least}`
        : `jusqu’à ${most}`,
  example: "Exemple\u202f:",
};
