/**
 * Verbs that equate a subject with what follows: in `password for the card with 4471 is 730519` the verb, not the nearest
 * noun, says whose number it is. Kept apart from other link words for that one rule.
 */
import type { Lexicon } from "../lexicon.ts";

export const COPULAS: Lexicon = {
  language: "*",
  copula: `is|are|was|will be|est|es|é|è|e'|ist|lautet|är|er|on|ir|yra|je|jest|to|to jest|este|az|είναι|είναι:|е|є|это|eto|це|гэта|је|бол|là|la|adalah|ialah|yaitu|iaitu|ay|ni|waa|ngu
    |คือ|เป็น|ได้แก่|ແມ່ນ|ຄື|គឺ|ဖြစ်|က|是|为|為|は|입니다|هو|هي|است|می باشد|ہے|है|আছে|হল|হলো|ஆகும்|છે|ಆಗಿದೆ|ആണ്|הוא|הינו|היא|է|არის|ነው|dir|olan|үчүн|ce|ne|=|是：|为：`,
};
