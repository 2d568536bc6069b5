/** English, and the abbreviations every language borrows. */
import type { Lexicon } from "../lexicon.ts";

export const ENGLISH: Lexicon = {
  language: "en",
  otp: `otp|otps|0tp|otp code|otp password|otp pin|otp no|otp number|one time pass*|one-time pass*|onetime pass*|one time pin
    |one-time pin|one time code|one-time code|one time security|one-time security|one time verif*|one-time verif*
    |one time auth*|one-time auth*|single-use code|single use code|single-use pin|verification code*|verification number
    |verification no|verification pin|verification key|verification password|verification otp|verif code|verify code
    |verifycode|verificationcode|authentication code|authentication number|authentication pin|authenticator code
    |authentification code|confirmation code|confirmation pin|confirm code|security code*|security pin|security key code
    |login code*|log in code|log-in code|login pin|login password|login token|sign in code|sign-in code|signin code
    |sign up code|signup code|sign-up code|access code*|access pin|activation code*|activation key|activation pin
    |activate code|registration code|passcode*|pass code*|2fa|2fa code|mfa|sms code|sms-code|sms pin|sms password|sms otp
    |text code|dynamic pin|dynamic password|dynamic code|dynamic key|temporary password|temporary pin|temporary code
    |temp code|secure code|securecode|safekey|3d secure|3-d secure|3ds|tac code|e-tac|etac|mtan|m-tan|otac|validation code
    |device code|reset code|recovery code|password reset code|secret code|secret pin|secret password|signing code
    |signature code|vcode|v-code|delivery otp|unlock code|pairing code|linking code|identification code|identity code
    |account code|app code|application code|auth token|delivery code|pickup pin|trip pin|ride pin|ride otp|start otp
    |one time number|one-time number|sms verification|phone verification|verification text|secure otp|one time key
    |one-time key|one-time login|login otp|transaction otp|payment otp|two-factor code|two factor code|two-step code
    |2-step code|mfa code|2fa pin|security token|verification token|access token|magic code|magic number|email code
    |signin pin|verification digits|your digits|authenticator app code|emergency code|safe code|safety code|sms token
    |one time authorization code|one-time authorization code|one-time authorisation code|one time authorisation code
    |transaction authorization number|transaction authorisation number|transaction authentication number
    |transaction password|transaction pin
      |access number|access key|login number|login key`,
  approval: `authorization code|authorisation code|auth code|authcode|approval code|approval no|approval number|auth no
    |authorization no|authorization number|authorisation number|appr code`,
  code: `code|codes|pin|pins|pin code|pincode|pin-code|pin number|password|passwords|passwort|pass|token|key|digit code|coce|cod
    |secret|digits|numbers below|number below
      |passkey|pass key`,
  verify: `verif*|confirm|confirms|confirming|confirmation|activat*|authenticat*|authoriz*|authoris*|auth|login|log in|log-in
    |logging in|log into|logon|sign in|sign-in|signin|signing in|sign into|sign up|signup|sign-up|regist*|access|accessing
    |security|secure|validat*|two-step|2-step|two-factor|2-factor|single-use|one-time|one time|temporary|reset|unlock|device
    |identity|phone number|mobile number|new device|complete your|finish|continue|proceed|link your|recover*|set up|setup
    |account|verifying|proof of identity|identify yourself|two step|two-step verification|two factor|prove it's you
    |confirm it's you|it's you|is this you|is it you|was this you|sign-on|sign on|signing up|join|joining
    |create your account|creating your account|create an account|reset your password|change your password|add your
    |link a device|link device|this device|new phone|trusted device|password reset|add payee|new payee|add beneficiary
    |beneficiary|authorise|authorize`,
  enter: `enter|use|using|type|input|submit|provide|key in|insert|copy|with code|reply with|entering|typing|quote|tell us|put in
    |fill in|key-in|tap in|punch in|please use|enter the|paste`,
  with: `with|using|by entering|with code|with the code|via code|via otp|by using|with otp|with pin|by typing`,
  fetch: `pick up|pickup|picked up|picking up|collect your|collect the|collect it|locker|lockers|parcel locker|lock box|lockbox|at the counter|in store|pick-up|drop box|parcel box|from the shelf`,
  link: `is|as|are|was|your|you|the|this|for|on|in|to|of|following|below|here|here's|now|please|only|a|an|all numeric|numeric
    |digit|6 digit|6-digit|4 digit|4-digit|8-digit|number|no
      |choosing`,
  copula: `is|are|was|will be|reads|is:|being`,
  share: `share|sharing|shared|disclose*|reveal*|forward|never|do not|don't|dont|don\\'t|do n't|won't|will not|asks for|ask for
    |ask you|asking|asked for|tell|leak|give this|give the|give it|anyone|keep it secret|keep this|confidential|beware
    |call you|fraud|phishing|scam*|nobody|no one`,
  doubt: `not you|wasn't you|was not you|this wasn't you|isn't you|didn't request|did not request|not requested|didn't ask
    |did not ask|not initiated|not done by you|if not you|didn't make|did not make|if you did not|if you didn't|ignore this
    |please ignore|disregard|didn't try|did not try|not you?`,
  valid: `valid|expire*|expiry|expiration|minutes|mins|within|effective|validity`,
  stale: `has expired|have expired|had expired|is expired|code expired|otp expired|no longer valid|no longer works
    |no longer active|no longer be used|is invalid|was invalid|is incorrect|was incorrect|incorrect|is wrong|was wrong
    |is not valid|not valid anymore|already used|already been used|has been used|was used|is cancelled|was cancelled
    |has been cancelled|has been replaced|was replaced|is obsolete|instead of`,
  old: `old|previous|earlier|expired|former|last`,
  id: `ref|refs|refno|ref no|ref id|ref code|reff|reference|reference code|reference no|reference number|otp ref|otpref|txn
    |txn id|txn no|trxn id|trx|trxid|transaction|transaction id|transaction no|transaction number|transaction code|rrn|utr
    |awb|awb no|tracking|tracking code|tracking number|track*|order|order no|order number|order id|booking|booking code
    |booking id|booking number|reservation|confirmation number|confirmation no|pnr|invoice|bill no|receipt|ticket|ticket no
    |case|case id|case no|claim|claim code|claim no|customer id|customer no|customer number|customer code|client id
    |member id|member no|member number|membership|membership no|user id|userid|account no|account number|account ending
    |account|a/c|a/c no|ac no|acct|acc|acc.|ac|card|card ending|card no|card number|debit card|credit card|ending|ending in
    |ending with|ends with|ends in|serial|serial no|sn|s/n|id|id no|identifier|identifier code|agent code|merchant code
    |employee|policy|policy no|loan|complaint|request no|request id|registration no|registration number|roll no|flight|zip
    |zip code|postal code|postcode|post code|area code|sort code|swift code|ifsc|bic|qr code|barcode|bar code|source code
    |dress code|country code|unicode|error code|biller code|paybill|till no|till number|short code|shortcode|class code
    |course code|item code|product code|ticket code|payment code|transfer code|stock code|project code|job code|staff code
    |school code|voting code|meeting id|conference id|wifi|wi-fi|bank code|branch code|branch|tid|pos|imps|upi|neft
    |gate code|po box|box no|meter|meter no|units|stan|terminal|vehicle|flat|apt|suite|bus|train|coach|seat|shipment|parcel
    |package|consignment|docket|voucher no|cheque|cheque no|check no|claim number|claim id|case number|case ref|model no
    |model number|part no|part number|lot no|batch|batch no|job no|file no|file number|record no|patient id|student id
    |employee id|staff id|roll number|application no|application number|application id|registration number is|license plate
    |licence plate|number plate|plate no|locker|queue number|queue no|token no|token number|extension|ext.|routing number
    |tax id|tin|vat no|beneficiary id|reservation number|reservation code|receipt no|receipt number|bill number|consumer no
    |consumer number|customer ref|user no|reference #|order #|case #|ticket #|confirmation #|invoice #|account #|acct #
    |message id|msg id|request number|service request|sr no|complaint no|docket no|report number|report no|voter id|passport
    |passport no|visa no|mrn|folio|folio no|demat|isin|pan|building|floor|st.|main st|route|bus no|train no|coach no|berth
    |pickup code|collection code|collect code|parcel locker|locker code|door code|entry code|alarm code|unlock your car
    |meeting passcode|webinar id|class id|game code|error|err|status code|exit code|response code|http|promotion code
    |product number|serial number|barcode number|dial code|dialling code|postal|zip+4|sorting code|branch no|agency|vin
    |chassis|engine no|flight no|booking ref|booking reference|itinerary|record locator|locator|exam|hall ticket|seat no
    |tag no|voting|candidate|ballot|desk no|room no|room number|bus stop|from stop|at counter`,
  phone: `call|calls|call us|call on|dial|phone|telephone|tel|tel no|hotline|helpline|helpdesk|toll free|toll-free|customer care
    |customer service|contact|contact us|whatsapp us|whatsapp at|text us|text|txt|sms to|send to|send|reply to|message us
    |missed call|fax|mobile|mobile no|mob|ph|ph no|landline|support at|hub|wa|reply yes|reply stop|text stop|reply with yes
    |call or text|by texting|texting|to opt out|txt stop|forward to|report fraud to|report to|sms hotline|helpline no`,
  promo: `promo*|discount*|coupon*|voucher*|gift|gift card|giftcard|gifts|offer|offers|sale|deal|deals|save|cashback|cash back
    |cash prize|bonus*|free|win|won|winner*|prize|prizes|award|awarded|lottery|lucky draw|draw|reward*|redeem*|referral
    |refer|invite|invite code|invitation|invitation code|jackpot|casino|bet|bets|betting|slot|slots|shop now|buy|% off
    |terms apply|conditions apply|limited time|hurry|apply now|click here to claim|claim your|claim free|download now|loan
    |loans|pre-approved|pre approved|preapproved|credit line|emi|recharge now|exclusive|special price|cheapest|ringtone|quiz
    |per msg|per min|std rate*|rates apply|invite friends|refer a friend|refer & earn|refer and earn|your friends|earn
    |bonus code|offer code|at checkout|checkout|free shipping|freeship|welcome bonus|odds|stake|sign-up bonus|both get
    |we both|friends and|a friend|friend's|share your code|first order|next order|first ride|first trip|next ride
    |next purchase|first purchase|instant loan|get a loan|gift code|e-gift|egift|scratch|raffle|sweepstakes|giveaway
    |limited offer`,
  notice: `debited|credited|withdrawn|withdrew|withdrawal|deposited|deposit|spent|purchased|paid|payment of|received|transferred
    |sent to|bal|balance|avl|avbl|avail|available|available limit|outstanding|due|overdue|statement|bill|charged|fee
    |interest|dispatched|shipped|delivered|out for delivery|arriving|delayed|appointment|scheduled|declined|approved
    |has been changed|successfully|was changed|has been set|has been reset|pin change|generate pin|recharge*|top up|topup
    |token units|your order|has been shipped|was shipped|was delivered|has been delivered|has arrived|is ready|statement is
    |is scheduled|is booked|check-in|checked in|has been received|was received|has been updated|was updated|was viewed
    |monthly|usage`,
  done: `approved|has been approved|payment received|payment successful|paid successfully|you paid|you spent|was charged
    |has been charged|payment confirmed|thank you for your payment|thanks for your payment|transaction successful
    |was successful|is successful|debited|credited|withdrew|withdrawn|you sent|you received|refunded|refund of
    |purchase approved|transaction complete|payment complete|payment completed|has been paid|was paid|declined|was declined
    |settled|captured|posted to|has been transferred|was transferred|transferred to|sent to your account|funds sent
    |has been sent to
      |is recorded|was recorded|has been recorded`,
  unit: `min|mins|minute|minutes|minuets|h|hr|hrs|hour|hours|sec|secs|second|seconds|day|days|week|weeks|wk|wks|month|months
    |year|years|yr|yrs|am|pm|gb|mb|kb|tb|gib|mbps|kbps|kg|km|mg|ml|times|nd|rd|th|pts|points|point|coins|people|person
    |persons|users|items|item|pcs|pieces|units|digit|digits|characters|lacs|lac|lakh|lakhs|crore|million|mn|bn|thousand|%
    |percent|pct|pages|books|stars|attempts|kwh|spins|gems|cups|tickets|seats|miles|mph|ft|sqft|inch|inches|mah|mp|hz|ghz
    |hrs.|mins.`,
  money: `rand|tk|re.|won`,
  month: `jan|january|feb|february|mar|march|apr|april|may|jun|june|jul|july|aug|august|sep|sept|september|oct|october|nov
    |november|dec|december|today|yesterday|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues
    |wed|thu|thur|thurs|fri|sat|sun|this week|next week|tonight|noon|midnight`,
};
