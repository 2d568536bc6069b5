import type * as en from "../en/push.ts";
import type { Like } from "../like.ts";

/** Texts of the notifications that are shown while no page is open. */
export const push: Like<typeof en.push> = {
  codeArrived: (service) => `Un code est arrivé pour ${service}`,
  messageArrived: (service) => `Un message est arrivé pour ${service}`,
  open: "Ouvrez ZapOTP pour le lire.",
  openInSandbox: "Ouvrez ZapOTP pour le lire, dans le bac à sable.",
};

/** Texts of their section in the settings. */
export const notices: Like<typeof en.notices> = {
  title: "Notifications",
  lead: "Soyez averti de l’arrivée d’un code, même quand ZapOTP est fermé. La notification nomme le service, jamais le code.",
  thisBrowser: "Avertir ce navigateur quand un code arrive",
  cannot:
    "Ce navigateur ne peut pas être averti ici\u202f: il faut https, et sur iPhone ou iPad, ZapOTP doit d’abord être sur l’écran d’accueil.",
  denied:
    "Le navigateur n’autorise pas les notifications de ce site. Autorisez-les dans ses réglages, puis réessayez.",
  failed: "Le navigateur n’a pas pu s’inscrire aux notifications. Vérifiez la connexion, puis réessayez.",
};
