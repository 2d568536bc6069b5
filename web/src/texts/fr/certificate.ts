import type * as en from "../en/certificate.ts";
import type { Like } from "../like.ts";

export const certificate: Like<typeof en.certificate> = {
  button: "Attestation",
  title: "Attestation que ce numéro était le vôtre",
  text: (address) =>
    `Remettez ce texte, sans le changer, à qui vous le demande. Chacun peut vérifier à l’adresse ${address} qu’il est authentique\u202f; la vérification ne montre rien qui n’y figure pas.`,
  name: "Attestation",
  checkTitle: "Vérifier une attestation",
  checkLead:
    "Une attestation dit qu’un numéro de téléphone nous a été loué par un compte, de quand à quand. Collez-la en entier\u202f: elle est authentique si pas une lettre n’a été changée.",
  pasted: "Le texte de l’attestation",
  check: "Vérifier",
  genuine: "Cette attestation est authentique. Elle dit\u202f:",
  notGenuine:
    "Ce n’est pas une de nos attestations, ou elle a été modifiée après son émission. Demandez le texte entier, de la première ligne à la signature.",
  keys: "Vérifier soi-même",
  keysText:
    "La signature est de l’Ed25519 sur toutes les lignes qui la précèdent, jointes par des sauts de ligne, en base64url. Voici les clés publiques, par le numéro de la ligne «\u202fKey\u202f».",
  noKeys: "Aucune attestation n’a encore été émise.",
  key: (id) => `Clé ${id}`,
};
