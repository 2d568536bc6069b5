import type { Sentences } from "../sentences.ts";
import { several } from "./count.ts";

const soon = (details: Record<string, unknown>): string =>
  typeof details["retry_after"] === "number"
    ? `réessayez dans ${several(details["retry_after"], "seconde", "secondes")}`
    : "réessayez dans un instant";

/** What the server refuses, by its codes; codes that are not here mean many things, and keep the server's words. */
export const refusals: Sentences = {
  account_closed: "Ce compte est clos\u202f: il ne reçoit plus d’argent.",
  account_not_found: "Ce compte n’existe pas.",
  amount_not_confirmed: "C’est un gros montant\u202f: saisissez-le à nouveau pour le confirmer.",
  balance_below_zero:
    "Le portefeuille ne contient pas autant. Pour permettre un solde négatif, confirmez-le aussi.",
  balance_left:
    "Le portefeuille contient encore de l’argent\u202f: dites s’il doit vous être versé ou si vous y renoncez.",
  balance_owed: "Le compte doit de l’argent\u202f; réglez d’abord cela avec l’opérateur.",
  cancel_too_early:
    "Il est trop tôt pour annuler cette commande\u202f; le bouton indique quand ce sera possible.",
  csrf_refused: "Cette demande doit venir du tableau de bord lui-même. Rechargez la page, puis réessayez.",
  daily_cap_reached:
    "Cette commande dépasserait le plafond quotidien de la clé\u202f; relevez-le, ou attendez minuit UTC.",
  email_taken:
    "Un autre membre utilise déjà cette adresse\u202f; connectez-vous avec son nom, ou donnez une autre adresse.",
  email_unconfirmed:
    "Confirmez d’abord votre adresse e-mail\u202f: utilisez le lien envoyé, ou demandez-en un autre dans les Paramètres.",
  headers_too_large: "Le navigateur a envoyé des en-têtes trop longs\u202f; effacez les cookies de ce site.",
  idempotency_conflict: "Cette demande a déjà été envoyée avec d’autres données. Rechargez la page.",
  insufficient_balance: "Le solde ne suffit pas pour ce numéro\u202f; rechargez, puis réessayez.",
  internal: "Une erreur est survenue de notre côté\u202f; communiquez le numéro de la requête à l’opérateur.",
  invalid_credentials: ({ field }) =>
    field === undefined ? "Nom d’utilisateur ou mot de passe incorrect." : "Le mot de passe est incorrect.",
  invitation_not_found: "Cette invitation n’existe pas\u202f; elle a peut-être déjà été acceptée.",
  job_not_found: "Cette tâche n’existe pas dans ce processus.",
  key_not_found: "Cette clé n’existe pas.",
  last_owner:
    "Un compte a besoin d’au moins un propriétaire\u202f; donnez d’abord ce rôle à une autre personne.",
  letter_not_found: "Cet e-mail n’attend plus\u202f: il a été envoyé ou masqué.",
  link_invalid: "Ce lien a déjà servi ou a expiré\u202f; demandez-en un nouveau.",
  locked: (details) => `Trop de tentatives\u202f; ${soon(details)}.`,
  member_not_found: "Ce membre n’existe pas dans votre équipe.",
  message_not_found: "Ce message n’existe pas.",
  no_numbers: "Aucun numéro n’est libre pour ce service et ce pays en ce moment.",
  nothing_to_refund:
    "Cette commande n’a rien à rembourser\u202f: elle n’a pas été débitée, ou a déjà été remboursée.",
  number_not_found: "Ce numéro n’est pas des vôtres.",
  open_orders: "Des commandes sont en cours\u202f; annulez-les ou terminez-les d’abord.",
  order_not_cancellable: "Seule une commande qui attend son premier code peut être annulée.",
  order_not_found: "Cette commande n’existe pas.",
  order_not_open: ({ order_status: status }) =>
    status === "PENDING"
      ? "Aucun message n’est encore arrivé pour cette commande\u202f; annulez-la plutôt."
      : "Cette commande n’est plus en cours.",
  passkey_not_found: "Cette clé d’accès n’existe pas\u202f; elle a peut-être déjà été retirée.",
  passkey_refused:
    "La clé d’accès n’a pas pu être vérifiée\u202f; réessayez, ou connectez-vous avec votre mot de passe.",
  passkey_taken: "Cet appareil a déjà l’une de vos clés d’accès.",
  passkey_unknown:
    "Personne ici n’a cette clé d’accès\u202f; elle a peut-être été retirée. Connectez-vous autrement.",
  passkeys_unavailable:
    "Les clés d’accès exigent un nom et https\u202f: ouvrez cette page à une telle adresse.",
  password_change_required:
    "Votre mot de passe a été défini par une autre personne\u202f; choisissez d’abord le vôtre, dans les Paramètres.",
  password_required: "Saisissez votre mot de passe pour confirmer.",
  password_weak:
    "Ce mot de passe ne convient pas\u202f: prenez au moins 10 caractères qui ne se devinent pas, autres que votre nom et que le mot de passe actuel.",
  payload_too_large: "C’est trop à la fois\u202f; envoyez moins.",
  price_above_max: "Le prix a augmenté\u202f; rien n’a été débité.",
  push_target_invalid:
    "Ce navigateur ne peut pas recevoir de notifications ici. Désactivez-les puis réactivez-les dans ce navigateur.",
  rate_limited: (details) => `Trop de demandes à la fois\u202f; ${soon(details)}.`,
  reference_used:
    "Cette référence a déjà été comptabilisée. S’il s’agit d’un autre paiement, donnez sa propre référence.",
  request_timeout: "La demande a mis trop de temps à arriver\u202f; réessayez avec une meilleure connexion.",
  service_restricted:
    "Ce service est restreint ici\u202f: pas de numéros pour les banques, les paiements, les administrations et les plateformes de cryptomonnaies.",
  session_not_found: "Cette session n’existe pas\u202f; elle a peut-être déjà pris fin.",
  sign_up_closed: "Les inscriptions sont fermées ici\u202f; demandez un compte à l’opérateur.",
  line_not_found: "Cette ligne n’existe pas. Une ligne est connue après son premier message.",
  source_not_found: "Cette source n’existe pas, ou a été retirée.",
  supplier_unavailable: "Le fournisseur de ce pool ne répond pas en ce moment\u202f; rien n’a été débité.",
  team_full: "L’équipe est au complet\u202f; retirez d’abord un membre ou révoquez une invitation.",
  terms_not_accepted: "Acceptez la déclaration d’usage licite.",
  too_few_codes: ({ codes, orders, retry_after: seconds }) =>
    `Seules ${String(codes)} des ${String(orders)} commandes finies aujourd’hui ont reçu un code\u202f: les locations sont ralenties jusqu’à minuit UTC, ou jusqu’à ce que davantage en reçoivent. Relouez dans ${String(seconds)}\u202fs, et seulement pour des messages que vous attendez.`,
  too_many_keys: "Ce portefeuille a déjà le maximum de clés actives\u202f; révoquez-en une d’abord.",
  too_many_open_orders:
    "Trop de commandes attendent déjà un code\u202f; attendez que l’une finisse, ou annulez-en une.",
  too_many_passkeys: "Vous avez déjà le maximum de clés d’accès\u202f; retirez-en une d’abord.",
  too_many_tries: (details) =>
    `Trop de vos commandes dans ce pool ont fini sans code\u202f; ${soon(details)}, ou prenez un autre pool.`,
  totp_enabled: "La connexion à deux facteurs est déjà activée\u202f; désactivez-la d’abord pour la changer.",
  totp_not_begun: "Commencez par le secret pour votre application, puis saisissez son code.",
  totp_required: "Saisissez le code de votre application, ou un code de secours.",
  totp_wrong: "Le code est faux ou a déjà servi\u202f; saisissez celui qui s’affiche maintenant.",
  unauthorized: "Vous n’êtes pas connecté, ou votre session a pris fin\u202f; reconnectez-vous.",
  unavailable:
    "Le serveur n’est pas disponible en ce moment. Vérifiez si votre demande a été prise en compte, ou réessayez dans quelques secondes.",
  unknown_country: "Ce pays n’est pas dans la liste.",
  unknown_pool: "Ce pool n’existe pas pour ce pays et ce service.",
  unknown_service: "Ce service n’est pas dans la liste.",
  unsupported_media_type: "Ce format n’est pas accepté.",
  username_taken: "Ce nom d’utilisateur est pris\u202f; choisissez-en un autre.",
  account_too_new: "Votre compte est trop récent pour ce service ici\u202f; réessayez plus tard.",
  certificate_for_live_only:
    "Les numéros du bac à sable sont inventés\u202f: il n’y a pas d’attestation pour eux. Passez en réel et prenez-y une commande.",
  country_restricted: "Les numéros de ce pays ne sont pas loués ici.",
  never_had_number: "Ce compte n’a jamais eu ce numéro\u202f; le dossier montre qui l’a eu et quand.",
  not_an_operator: "Ce nom n’est pas celui d’un opérateur.",
  not_appealable:
    "Ce dossier ne peut pas faire l’objet d’un recours maintenant\u202f: il attend une décision, vous avez déjà fait un recours, ou le délai est passé.",
  not_out_by_case:
    "Aucun dossier n’a retiré ce numéro\u202f: il est en vente, ou retiré pour une autre raison.",
  not_released: "Cette demande n’est pas accordée\u202f: deux opérateurs doivent d’abord l’accorder.",
  nothing_to_tell:
    "Les clients ne peuvent pas être avertis maintenant\u202f: la demande n’est pas accordée, ou ils l’ont déjà été.",
  permission_required: "Ce service n’est loué ici qu’avec l’autorisation de l’opérateur.",
  policy_not_found: "Il n’y a pas de règle pour exactement cela.",
  report_decided: "Ce dossier est déjà décidé\u202f; seul un recours le rouvre.",
  report_not_found: "Ce dossier n’existe pas, ou le lien est incomplet\u202f; copiez-le à nouveau.",
  request_closed: "Cette demande a déjà été accordée ou refusée.",
  request_not_found: "Cette demande d’une autorité n’existe pas.",
  scope_too_large:
    "La demande porte sur trop de choses\u202f; convenez d’une durée plus courte avec l’autorité, et inscrivez une demande par partie.",
  second_person_needed:
    "Vous avez déjà accordé cette demande\u202f: une autre personne doit l’accorder aussi.",
  spend_cap_reached:
    "Cette commande dépasserait ce que votre compte peut dépenser par jour\u202f; attendez minuit UTC.",
  terms_required:
    "La déclaration d’usage licite a changé, ou son acceptation a expiré\u202f: un propriétaire du compte doit l’accepter. Les commandes en cours continuent.",
  tier_required: "Ce service n’est loué ici qu’aux comptes d’un niveau plus élevé.",
  verification_not_found: "Cette demande n’est plus ouverte\u202f; quelqu’un en a peut-être décidé.",
  verification_open: "Une demande de ce compte attend déjà une décision.",
};
