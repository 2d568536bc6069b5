/** Every language the rules speak. */
import type { Lexicon } from "../lexicon.ts";
import { AFRICA } from "./africa.ts";
import { COPULAS } from "./copulas.ts";
import { EAST_ASIA } from "./east-asia.ts";
import { EASTERN_EUROPE } from "./eastern-europe.ts";
import { ENGLISH } from "./english.ts";
import { MIDDLE_EAST } from "./middle-east.ts";
import { NORTHERN_EUROPE } from "./northern-europe.ts";
import { SOUTH_ASIA } from "./south-asia.ts";
import { SOUTHEAST_ASIA } from "./southeast-asia.ts";
import { TURKIC } from "./turkic.ts";
import { WESTERN_EUROPE } from "./western-europe.ts";
import { WORLD } from "./world.ts";

/** Order decides only which language's name a shared word is explained with. */
export const LEXICONS: readonly Lexicon[] = [
  ENGLISH,
  ...WESTERN_EUROPE,
  ...NORTHERN_EUROPE,
  ...EASTERN_EUROPE,
  ...TURKIC,
  ...MIDDLE_EAST,
  ...SOUTH_ASIA,
  ...SOUTHEAST_ASIA,
  ...EAST_ASIA,
  ...AFRICA,
  COPULAS,
  WORLD,
];
