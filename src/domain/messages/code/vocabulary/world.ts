/** Words that all languages borrow, signs and currency codes. */
import type { Lexicon } from "../lexicon.ts";

export const WORLD: Lexicon = {
  language: "*",
  otp: `otp|otps|0tp|totp|2fa|mfa|mtan|m-tan|etac|e-tac|otac|vcode`,
  code: `kod*|code*|yikhod*|yikhowud*|ᱠᱳᱰ*|codi*|kood*|koodi*|kode*|khod*|khowud*|ikhod*|kodh*|koud*|otp|otps|0tp|pin|*code|*kode|*kod|*koda|*koodi
    |*kodo|код*|*код|κωδικ*|كود*|کود*|کوډ*|ڪوڊ*|کۆد*|कोड*|কোড*|ক'ড*|ਕੋਡ*|કોડ*|କୋଡ*|கோட*|కోడ*|ಕೋಡ*|കോഡ*|קאד*|קאָד*|კოდ*|կոդ*
    |ኮድ*|โค้ด|ໂຄດ|កូដ|ကုဒ်|コード|코드|ᨠᩮᩣᩃ`,
  verify: `verif*|verific*|ferif*|werif*|konfirm*|confirm*|autent*|authent*|autoriz*|authoriz*|aktiv*|activ*|login*|log in|log-in
    |logon|sign in|sign-in|2fa|registr*|rejistr*|верифик*|авториз*|аутент*|актив*|регистр*|regist*`,
  copula: `=|:=`,
  doubt: `not you?`,
  id: `ref|ref.|ref no|refno|ref:|txn|trx|trxn|utr|rrn|pnr|awb|sku|imei|iban|swift|bic|id no|no.|nr.|otp bank*|otpbank*
    |otp mobil*|otp banka`,
  promo: `promo*|voucher*|bonus*|cashback|jackpot|casino|free|vip|freebet*|jackpot*|cashback*`,
  money: `usd|eur|gbp|inr|rs|rs.|thb|cny|rmb|jpy|krw|rub|uah|byn|kzt|uzs|azn|amd|irr|irt|iqd|sar|aed|qar|kwd|bhd|omr|jod|egp|dzd
    |tnd|lyd|sdg|ngn|ghs|kes|tzs|ugx|rwf|etb|zar|zmw|mwk|mzn|aoa|xof|xaf|npr|lkr|pkr|bdt|mvr|mmk|khr|vnd|idr|rp|myr|rm|sgd
    |php|aud|nzd|cad|brl|mxn|ars|clp|uyu|bob|ves|chf|sek|nok|dkk|isk|pln|czk|huf|bgn|rsd|hrk|mdl|mkd|btc|eth|usdt|twd|hkd
    |naira|cedi|cedis|shillings|rupees|rupee|dollars|dollar|pounds|euros|pesos|baht|yen|yuan|ringgit|dirham|dirhams|riyal
    |riyals|birr|kwacha|francs`,
};
