/**
 * App hashes of Android's SMS Retriever, each constant for one app (11 characters of a SHA-256 of package and
 * signing certificate). Short facts about apps; more can be added as they are seen.
 */
export const APP_HASHES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    SIYRxKrru1t: "instagram",
    "Laz+nxCarLW": "facebook",
    "H29Q+Fsn4Sr": "facebook",
    jMNXnpjFPrL: "messenger",
    "4sgLq1p5sV6": "whatsapp",
    oLeq9AcOZkT: "telegram",
    JFoQLtyexga: "line",
    fJpzQvK2eu1: "tiktok",
    "DaewVIZQ+ns": "tiktok",
    nx63pbKtNZ2: "lazada",
    "0P1dUnbmS/K": "disney",
    "gmRTDrb/Ri9": "pertamina",
  }),
);
