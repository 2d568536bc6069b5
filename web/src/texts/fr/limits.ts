import type * as en from "../en/limits.ts";
import type { Like } from "../like.ts";
import { count, isOne } from "./count.ts";

/** How much an account may do, and what is left of it. */
export const limits: Like<typeof en.limits> = {
  openOrders: "Commandes en attente en même temps",
  rents: "Locations par minute",
  none: "sans limite",
  leftOf: (left, most) => `${isOne(left) ? "reste" : "restent"} ${count(left)} sur ${count(most)}`,
  codesToday: "Commandes qui ont reçu un code aujourd’hui (UTC)",
  codesOf: (codes, ended, slowed) =>
    `${count(codes)} sur ${count(ended)}${slowed ? "\u202f: trop peu, donc une location par minute jusqu’à minuit UTC, ou jusqu’à ce que davantage de commandes reçoivent un code" : ""}`,
  ofAddress: (what, group) => `${what}, depuis ${group}, tous comptes confondus`,
  sandbox: "Locations et messages dans le bac à sable en dix minutes",
  orderMessages: "Messages que vous envoyez à une même commande du bac à sable",
  dayMessages: "Messages que vous envoyez dans le bac à sable en un jour",
};
