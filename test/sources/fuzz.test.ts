import { fuzzCarriers } from "./fuzz.ts";

fuzzCarriers(1000);
