/**
 * How a well-known service words its messages. In a code shape `d` stands for a digit and `A` for a letter or digit.
 */
export interface Brand {
  shapes: readonly string[];
  /** English texts, which name the service themselves. Other languages have the texts for every service. */
  texts: readonly string[];
  /** If it differs from the service's name. */
  sender?: string;
}

/** Services by slug. The code shapes are those of the real services; the wording is ours. */
export const brands: Readonly<Record<string, Brand>> = {
  whatsapp: {
    shapes: ["ddd-ddd"],
    texts: [
      "{code} is the code to confirm your number on WhatsApp. Nobody from WhatsApp will ever ask you for it.",
      // The last line stands for the hash by which Android passes a message to an app.
      "<#> Your WhatsApp code is {code}\nOnly type it in the app, never pass it on.\nxKpLmQvRtZw",
    ],
  },
  "whatsapp-business": {
    shapes: ["ddd-ddd"],
    texts: ["Your WhatsApp Business code is {code}. Only type it in the app, never pass it on."],
    sender: "WhatsApp",
  },
  telegram: {
    shapes: ["ddddd"],
    texts: [
      "Telegram login code: {code}. Whoever has it can open your account, so give it to no one.",
      "Use the code {code} to log in to Telegram. If you did not ask for it, ignore this message.",
    ],
  },
  google: {
    shapes: ["G-dddddd"],
    texts: [
      "{code} is the code that confirms this phone for Google.",
      "Google: {code} is your sign-in code. We will never phone you to ask for it.",
    ],
  },
  instagram: {
    shapes: ["ddd ddd"],
    texts: [
      "<#> {code} is your login code for Instagram. Keep it secret.",
      "Enter the code {code} to confirm your phone number on Instagram.",
    ],
  },
  facebook: {
    shapes: ["ddddd", "dddddd", "dddddd", "dddddddd"],
    texts: [
      "{code} is your confirmation code for Facebook.",
      "Facebook: enter the code {code} to finish signing in. Not you? Change your password.",
    ],
  },
  twitter: {
    shapes: ["dddddd"],
    texts: [
      "Enter the code {code} to confirm your phone number on Twitter.",
      "Your Twitter login code is {code}. Share it with no one.",
    ],
  },
  tiktok: {
    shapes: ["dddd", "dddddd"],
    texts: [
      "[TikTok] Your sign-in code is {code}. It works for 5 minutes.",
      "{code} is your code for TikTok. Please don't forward it.",
    ],
  },
  snapchat: {
    shapes: ["dddddd"],
    texts: ["Snapchat code: {code}. Happy snapping! Our team will never ask you for it."],
  },
  linkedin: {
    shapes: ["dddddd"],
    texts: ["Your LinkedIn code is {code}. Type it where you were asked for it."],
  },
  discord: {
    shapes: ["dddddd"],
    texts: [
      "Your Discord security code is {code}. Keep it to yourself.",
      "{code} is your Discord verification code.",
    ],
  },
  signal: {
    shapes: ["ddd-ddd"],
    texts: ["Your Signal code is {code}. Do not give it to anyone; Signal will never ask."],
  },
  viber: { shapes: ["dddddd"], texts: ["Your Viber code: {code}. It activates Viber on this phone only."] },
  wechat: {
    shapes: ["dddddd"],
    texts: ["[WeChat] Use the code {code} to link your mobile number. Keep it to yourself."],
  },
  line: {
    shapes: ["dddddd"],
    texts: [
      "{code} is your LINE verification code. It is good for 30 minutes.",
      "Enter the code {code} on LINE. Telling others lets them in.",
    ],
  },
  openai: {
    shapes: ["dddddd"],
    texts: ["Your OpenAI verification code is {code}", "{code} is your code to sign in to OpenAI."],
  },
  claude: {
    shapes: ["dddddd"],
    texts: ["Your Claude verification code is {code}. It is valid for 10 minutes."],
    sender: "Anthropic",
  },
  apple: {
    shapes: ["dddddd"],
    texts: [
      "Your Apple Account code is {code}. Keep it to yourself.\n\n@apple.com #{code} %apple.com",
      "Apple: your one-time code is {code}. Don't share it.",
    ],
  },
  microsoft: {
    shapes: ["dddd", "dddddd"],
    texts: ["Microsoft: {code} is your access code.", "Your Microsoft account security code is {code}."],
  },
  amazon: {
    shapes: ["dddddd"],
    texts: [
      "{code} is your Amazon one-time password. Our support will never ask you for it.",
      "Amazon: sign-in attempt. If it was you, your code is {code}.",
    ],
  },
  ebay: { shapes: ["dddddd"], texts: ["eBay: your security code is {code}. It is valid for 15 minutes."] },
  airbnb: {
    shapes: ["dddd", "dddddd"],
    texts: ["Your Airbnb verification code is {code}. Don't tell anyone."],
  },
  netflix: { shapes: ["dddd", "dddddd"], texts: ["Your Netflix code is {code}. It ends in 20 minutes."] },
  tinder: { shapes: ["dddddd"], texts: ["Your Tinder code is {code}. Swipe safely: keep it to yourself."] },
  bumble: {
    shapes: ["dddddd"],
    texts: ["{code} is your code for Bumble. Make the first move and don't share it."],
  },
  steam: { shapes: ["AAdAA", "dAAAA", "ddddd"], texts: ["Your Steam verification code is {code}."] },
  uber: {
    shapes: ["dddd"],
    texts: [
      "Your Uber code is {code}. Never share it.",
      "{code} is your Uber code. Nobody at Uber needs it, so keep it to yourself.",
    ],
  },
  bolt: {
    shapes: ["dddd"],
    texts: ["Bolt code: {code}. Enter it in the app to start your ride.", "Your Bolt code is {code}."],
  },
  lyft: { shapes: ["dddddd"], texts: ["Your Lyft code is {code}. Drivers and support never need it."] },
  indrive: { shapes: ["dddd"], texts: ["{code} is your code for inDrive. Never share it with the driver."] },
  grab: { shapes: ["dddddd"], texts: ["Your Grab activation code is {code}. It expires in 2 minutes."] },
  careem: {
    shapes: ["dddd"],
    texts: ["Your Careem code is {code}. Don't tell it to anyone, not even the captain."],
  },
};
