import type * as en from "../en/docs.ts";
import type { Like } from "../like.ts";

export const docs: Like<typeof en.docs> = {
  title: "Guides",
  lead: "De courts guides. Chaque appel figure dans la référence.",
  reference: "Ouvrir la référence",
  openapi: "Document OpenAPI",
  toApi: "Créer une clé sur la page API",
  guides: {
    first: "Un premier code en cinq minutes",
    waiting: "Interroger, attendre ou écouter",
    sandbox: "Bac à sable",
    errors: "Erreurs",
    lawful: "Usage licite",
  },
  first: {
    lead: "De rien à un code dans votre propre programme. Dans le bac à sable, cela ne coûte rien.",
    key: [
      "Créez une clé de bac à sable",
      "Elle commence par zap_test_ et apparaît dans les exemples ci-dessous dès que vous l’avez créée.",
    ],
    program: [
      "Louez un numéro et attendez son code",
      "Un appel loue, un autre attend\u202f: avec wait=30, il répond dès qu’un message arrive.",
    ],
    code: [
      "Voyez le code",
      "Dans le bac à sable, le message arrive quelques secondes après la location. En Python et en JavaScript s’affiche\u202f:",
    ],
    live: [
      "Passez en réel",
      "Rechargez votre portefeuille, créez une clé réelle, et ne changez rien d’autre. Saisissez le numéro là où le code est demandé avant de commencer à attendre.",
    ],
  },
  waiting: {
    lead: "Trois façons d’obtenir un code. La première convient à la plupart des programmes.",
    wait: [
      "Attendre\u202f: un numéro à la fois",
      "GET /sms avec wait=1…60 répond dès que quelque chose change. Redemandez tant que le statut est PENDING.",
    ],
    stream: [
      "Écouter\u202f: beaucoup de numéros",
      "GET /events diffuse tout ce qui arrive à vos commandes. Le flux reprend avec Last-Event-ID\u202f: rien ne se perd.",
    ],
    poll: [
      "Interroger\u202f: quand rien d’autre ne marche",
      "GET /sms toutes les deux ou trois secondes, jusqu’à ce que le statut ne soit plus PENDING.",
    ],
  },
  sandbox: {
    same: [
      "La même API, avec de l’argent fictif",
      "Une clé de bac à sable fonctionne aux mêmes adresses. Les numéros sont inventés\u202f; un message réaliste arrive quelques secondes après la location.",
    ],
    failures: [
      "Essayez toutes les pannes",
      "Louez l’un de ces services et voyez comment votre programme réagit.",
    ],
    message: [
      "Envoyez un message de votre choix",
      "À n’importe quel numéro que vous avez loué dans le bac à sable.",
    ],
  },
  sandboxServices: [
    ["test-no-sms", "aucun message n’arrive\u202f; la commande expire et est remboursée"],
    ["test-no-numbers", "la location est refusée\u202f: no_numbers"],
    ["test-two-codes", "deux codes, l’un après l’autre"],
    ["test-late-code", "le code arrive après la fin de la commande"],
    ["test-no-code-in-text", "un message sans code"],
    ["test-supplier-down", "la location est refusée\u202f: supplier_unavailable"],
  ],
  errorsText: "Chaque refus a un code stable et une phrase. Fiez-vous au code.",
  code: "Code",
  status: "HTTP",
  meaning: "Que faire",
  lawfulText:
    "Les numéros sont destinés à vos propres comptes et aux systèmes que vous avez le droit de tester. Les banques, les paiements, les administrations et les plateformes de cryptomonnaies ne sont pas proposés, sauf si l’opérateur en autorise un nommément.",
  version: (version) => `Version ${version}`,
  errorList: [
    ["unauthorized", 401, "Envoyez une clé qui existe et qui n’est ni révoquée ni expirée."],
    ["forbidden", 403, "La clé n’a pas cette autorisation, ou appelle depuis une adresse hors de sa liste."],
    ["invalid_request", 400, "Corrigez le champ que nomme la réponse."],
    ["unknown_country", 400, "Utilisez un code de GET /countries."],
    ["unknown_service", 400, "Utilisez un service de GET /services."],
    ["unknown_provider", 400, "Utilisez global ou usa."],
    ["unknown_duration", 400, "Utilisez generic, ou une durée de la référence."],
    ["unknown_pool", 400, "Utilisez un pool de GET /services avec ce service."],
    ["insufficient_balance", 402, "Rechargez\u202f; la réponse donne le prix et le solde."],
    ["service_restricted", 403, "L’opérateur ne propose pas ce service."],
    [
      "spend_cap_reached",
      403,
      "Le niveau du compte limite la dépense d’un jour. Attendez demain, ou voyez la page Vérification.",
    ],
    [
      "terms_required",
      403,
      "Un propriétaire accepte la déclaration d’usage licite sur la page que la réponse indique.",
    ],
    [
      "tier_required",
      403,
      "L’opérateur doit mieux connaître le compte\u202f; la réponse indique le niveau et la page.",
    ],
    ["permission_required", 403, "Demandez ce service à l’opérateur sur la page que la réponse indique."],
    ["account_too_new", 403, "Attendez jusqu’à allowed_at."],
    ["country_restricted", 403, "L’opérateur ne loue pas de numéros de ce pays."],
    ["daily_cap_reached", 403, "Relevez le plafond de la clé, ou attendez demain."],
    ["no_numbers", 409, "Essayez un autre pool ou un autre pays, ou plus tard."],
    ["price_above_max", 409, "Relevez max_price\u202f; la réponse donne le prix le plus bas."],
    ["order_not_found", 404, "Utilisez l’order_id d’une de vos commandes, dans le même mode."],
    ["order_not_cancellable", 409, "Un code est arrivé, ou la commande est finie."],
    ["cancel_too_early", 409, "Attendez l’heure indiquée par cancellable_at."],
    ["order_not_open", 409, "La commande est finie\u202f; louez à nouveau."],
    [
      "idempotency_conflict",
      409,
      "La même Idempotency-Key a servi avec d’autres données. Prenez-en une nouvelle.",
    ],
    ["too_many_open_orders", 429, "Terminez-en ou annulez-en d’abord."],
    [
      "too_few_codes",
      429,
      "Presque aucune commande du jour n’a reçu de code, donc une par minute est permise. Ne louez que pour les messages que vous attendez.",
    ],
    [
      "too_many_tries",
      429,
      "Trop de commandes de ce pool ont fini sans code. Attendez Retry-After secondes, ou prenez un autre pool.",
    ],
    ["rate_limited", 429, "Attendez Retry-After secondes."],
    ["supplier_unavailable", 503, "Rien n’a été débité. Essayez un autre pool, ou plus tard."],
    ["not_found", 404, "Cherchez le chemin dans la référence."],
    ["number_not_found", 404, "Louez d’abord le numéro, avec le même genre de clé."],
    ["method_not_allowed", 405, "Utilisez la méthode que nomme l’en-tête Allow de la réponse."],
    ["request_timeout", 408, "Envoyez la requête plus vite, ou par une meilleure connexion."],
    ["payload_too_large", 413, "Envoyez moins à la fois."],
    ["unsupported_media_type", 415, "Envoyez du JSON ou un formulaire."],
    ["headers_too_large", 431, "Envoyez des en-têtes moins nombreux ou plus courts."],
    [
      "unavailable",
      503,
      "Le serveur démarre, s’arrête ou a perdu sa base de données. Réessayez dans un instant.",
    ],
    ["internal", 500, "C’est notre faute. Communiquez-nous le request_id."],
  ],
};
