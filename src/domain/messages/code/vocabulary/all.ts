/** Every language that the rules know. */
import type { Lexicon } from "../lexicon.ts";
import { AFRICA_EAST } from "./africa-east.ts";
import { AFRICA_SOUTH } from "./africa-south.ts";
import { AFRICA_WEST } from "./africa-west.ts";
import { BALKAN_CAUCASUS } from "./balkan-caucasus.ts";
import { BALTIC_URALIC } from "./baltic-uralic.ts";
import { EAST_ASIA } from "./east-asia.ts";
import { ENGLISH } from "./english.ts";
import { GERMANIC } from "./germanic.ts";
import { IRANIAN } from "./iranian.ts";
import { NORDIC } from "./nordic.ts";
import { PACIFIC_AMERICAS } from "./pacific-americas.ts";
import { ROMANCE_IBERIAN } from "./romance-iberian.ts";
import { ROMANCE } from "./romance.ts";
import { SEMITIC } from "./semitic.ts";
import { SLAVIC_EAST } from "./slavic-east.ts";
import { SLAVIC_SOUTH } from "./slavic-south.ts";
import { SLAVIC_WEST } from "./slavic-west.ts";
import { SOUTH_ASIA_NORTH } from "./south-asia-north.ts";
import { SOUTH_ASIA_SOUTH } from "./south-asia-south.ts";
import { SOUTHEAST_ASIA_ISLANDS } from "./southeast-asia-islands.ts";
import { SOUTHEAST_ASIA_MAINLAND } from "./southeast-asia-mainland.ts";
import { TURKIC } from "./turkic.ts";
import { WESTERN_ISLANDS } from "./western-islands.ts";
import { WORLD } from "./world.ts";

/** The order only decides which language's name is given for a shared word. */
export const LEXICONS: readonly Lexicon[] = [
  ENGLISH,
  ...AFRICA_EAST,
  ...AFRICA_SOUTH,
  ...AFRICA_WEST,
  ...BALKAN_CAUCASUS,
  ...BALTIC_URALIC,
  ...EAST_ASIA,
  ...GERMANIC,
  ...IRANIAN,
  ...NORDIC,
  ...PACIFIC_AMERICAS,
  ...ROMANCE_IBERIAN,
  ...ROMANCE,
  ...SEMITIC,
  ...SLAVIC_EAST,
  ...SLAVIC_SOUTH,
  ...SLAVIC_WEST,
  ...SOUTH_ASIA_NORTH,
  ...SOUTH_ASIA_SOUTH,
  ...SOUTHEAST_ASIA_ISLANDS,
  ...SOUTHEAST_ASIA_MAINLAND,
  ...TURKIC,
  ...WESTERN_ISLANDS,
  WORLD,
];
