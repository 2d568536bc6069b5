import { fuzzCarriers } from "./fuzz.ts";

fuzzCarriers(10_000);
