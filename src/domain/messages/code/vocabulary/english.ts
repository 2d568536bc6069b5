/** English, and the abbreviations every language borrows. */
import type { Lexicon } from "../lexicon.ts";

export const ENGLISH: Lexicon = {
  language: "en",
  // `0tp` is how senders dodge operators' filters; `coce` and its like need no entry: `confirmation` carries them.
  otp: `otp|otps|0tp|otp code|otp password|otp pin|otp no|otp number|one time pass*|one-time pass*|onetime pass*|one time pin|one-time pin
    |one time code|one-time code|one time security|one-time security|one time verif*|one-time verif*|one time auth*|one-time auth*
    |single-use code|single use code|single-use pin|verification code*|verification number|verification no|verification pin|verification key
    |verification password|verification otp|verif code|verify code|verifycode|verificationcode|authentication code|authentication number
    |authentication pin|auth code|authcode|authorization code|authorisation code|authenticator code|authentification code
    |confirmation code|confirmation pin|confirm code|security code*|security pin|security key code|login code*|log in code|log-in code|login pin
    |login password|login token|sign in code|sign-in code|signin code|sign up code|signup code|sign-up code|access code*|access pin
    |activation code*|activation key|activation pin|activate code|registration code|passcode*|pass code*|2fa|2fa code|mfa
    |sms code|sms-code|sms pin|sms password|sms otp|text code|dynamic pin|dynamic password|dynamic code|dynamic key|temporary password|temporary pin
    |temporary code|temp code|secure code|securecode|safekey|3d secure|3-d secure|3ds|tac code|e-tac|etac|mtan|m-tan|otac|validation code
    |device code|reset code|recovery code|password reset code|secret code|secret pin|secret password|signing code|signature code|vcode|v-code
    |delivery otp|unlock code|pairing code|linking code|identification code|identity code|account code|app code|application code|auth token
    |delivery code|pickup pin|trip pin|ride pin|ride otp|start otp`,
  code: `code|codes|pin|pins|pin code|pincode|pin-code|pin number|password|passwords|passwort|pass|token|key|digit code|coce|cod|secret`,
  verify: `verif*|confirm|confirms|confirming|confirmation|activat*|authenticat*|authoriz*|authoris*|auth|login|log in|log-in|logging in
    |log into|logon|sign in|sign-in|signin|signing in|sign into|sign up|signup|sign-up|regist*|access|accessing|security|secure|validat*
    |two-step|2-step|two-factor|2-factor|single-use|one-time|one time|temporary|reset|unlock|device|identity|phone number|mobile number
    |new device|complete your|finish|continue|proceed|link your|recover*|set up|setup|account`,
  enter: `enter|use|using|type|input|submit|provide|key in|insert|copy|with code|reply with`,
  link: `is|as|are|was|your|you|the|this|for|on|in|to|of|following|below|here|here's|now|please|only|a|an|all numeric|numeric|digit
    |6 digit|6-digit|4 digit|4-digit|8-digit|number|no`,
  share: `share|sharing|shared|disclose*|reveal*|forward|never|do not|don't|dont|don\\'t|do n't|won't|will not|asks for|ask for|ask you|asking|asked for|tell|leak
    |give this|give the|give it|giving|anyone|keep it secret|keep this|confidential|beware|call you|fraud|phishing|scam*|nobody|no one|not you`,
  valid: `valid|expire*|expiry|expiration|minutes|mins|within|effective|validity`,
  id: `ref|refs|refno|ref no|ref id|ref code|reff|reference|reference code|reference no|reference number|otp ref|otpref|txn|txn id|txn no|trxn id|trx|trxid|transaction|transaction id|transaction no
    |transaction number|transaction code|rrn|utr|awb|awb no|tracking|tracking code|tracking number|track*|order|order no|order number|order id|booking|booking code|booking id
    |booking number|reservation|confirmation number|confirmation no|pnr|invoice|bill no|receipt|ticket|ticket no|case|case id|case no|claim|claim code|claim no
    |customer id|customer no|customer number|customer code|client id|member id|member no|member number|membership|membership no|user id|userid|account no
    |account number|account ending|account|a/c|a/c no|ac no|acct|acc|acc.|ac|card|card ending|card no|card number|debit card|credit card|ending|ending in|ending with
    |ends with|ends in|serial|serial no|sn|s/n|id|id no|identifier|identifier code|agent code|merchant code|employee|policy|policy no|loan|complaint|request no|request id
    |registration no|registration number|roll no|flight|zip|zip code|postal code|postcode|post code|area code|sort code|swift code|ifsc|bic|qr code|barcode|bar code|source code
    |dress code|country code|unicode|error code|biller code|paybill|till|till no|till number|short code|shortcode|class code|course code|item code|product code|ticket code|payment code|transfer code|stock code|project code|job code|staff code|school code|voting code|meeting id|conference id|wifi|wi-fi|bank code|branch code|branch|tid|pos|imps|upi|neft|info|room|gate code|po box|box|box no|meter|meter no|units|stan|terminal
    |vehicle|unit|flat|apt|suite|bus|train|coach|seat|shipment|parcel|package|consignment|docket|voucher no|cheque|cheque no|check no`,
  phone: `call|calls|call us|call on|dial|phone|telephone|tel|tel no|hotline|helpline|helpdesk|toll free|toll-free|customer care|customer service|contact|contact us
    |whatsapp us|whatsapp at|text us|text|txt|sms to|send to|send|reply to|message us|missed call|fax|mobile|mobile no|mob|ph|ph no|landline|support at
    |hub|wa`,
  promo: `promo*|discount*|coupon*|voucher*|gift|gift card|giftcard|gifts|offer|offers|sale|deal|deals|save|cashback|cash back|cash prize|bonus*|free|win|won|winner*
    |prize|prizes|award|awarded|lottery|lucky draw|draw|reward*|redeem*|referral|refer|invite|invite code|invitation|invitation code|jackpot|casino|bet|bets|betting|slot|slots|shop now|buy|order now|% off|off
    |subscribe|unsubscribe|t&c*|ts&cs|tnc|terms apply|conditions apply|limited time|hurry|apply now|click here to claim|claim your|claim free|download now
    |loan|loans|pre-approved|pre approved|preapproved|credit line|emi|recharge now|exclusive|special price|cheapest|ringtone|entry|quiz|stop to|per msg|per min|std rate*
    |rates apply|landline`,
  notice: `debited|credited|withdrawn|withdrew|withdrawal|deposited|deposit|spent|purchased|paid|payment of|received|transferred|sent to|bal|balance|avl|avbl
    |avail|available|available limit|outstanding|due|overdue|statement|bill|charged|fee|interest|dispatched|shipped|delivered|out for delivery|arriving|delayed
    |appointment|scheduled|declined|approved|has been changed|successfully|was changed|has been set|has been reset|pin change|generate pin|recharge*|top up|topup|token units`,
  unit: `m|min|mins|minute|minutes|minuets|h|hr|hrs|hour|hours|s|sec|secs|second|seconds|d|day|days|week|weeks|wk|wks|month|months|year|years|yr|yrs|am|pm|gb|mb|kb|tb|gib|mbps|kbps|kg|km|g|mg|ml
    |x|times|st|nd|rd|th|pts|points|point|coins|people|person|persons|users|items|item|pcs|pieces|units|digit|digits|characters|p|k|lacs|lac|lakh|lakhs|crore|million|mn|bn|thousand|%
    |percent|pct|pages|books|stars|attempts|kwh|usd|spins|gems|cups|tickets|seats|miles|mph|ft|sqft|inch|inches|mah|mp|hz|ghz|w|v|hrs.|mins.`,
  month: `jan|january|feb|february|mar|march|apr|april|may|jun|june|jul|july|aug|august|sep|sept|september|oct|october|nov|november|dec|december|today|yesterday|tomorrow|monday|tuesday|wednesday
    |thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun`,
};
