/** Signs and currency codes common to all languages. */
import type { Lexicon } from "../lexicon.ts";

/** ISO 4217 codes as written beside amounts; symbols are tested as characters (see `masks.ts`). */
export const WORLD: Lexicon = {
  language: "*",
  money: `usd|eur|gbp|inr|rs|rs.|re|thb|cny|rmb|jpy|krw|rub|uah|byn|kzt|uzs|azn|gel|amd|try|irr|irt|iqd|sar|aed|qar|kwd|bhd|omr|jod|egp|mad|dzd|tnd|lyd|sdg|ngn|ghs|kes|tzs|ugx|rwf|etb
    |zar|zmw|mwk|mzn|mt|aoa|xof|xaf|npr|lkr|pkr|bdt|tk|mvr|mmk|lak|khr|vnd|idr|rp|myr|rm|sgd|php|aud|nzd|cad|brl|mxn|ars|clp|cop|pen|uyu|bob|ves|chf|sek|nok|dkk|isk|pln|czk|huf|ron|bgn|rsd|hrk|mdl|all|mkd|btc|eth
    |usdt|twd|hkd|mop|naira|cedi|cedis|shillings|rand|rupees|rupee|dollars|dollar|pounds|euros|pesos|baht|yen|won|yuan|ringgit|dirham|dirhams|riyal|riyals|birr|kwacha|francs`,
};
