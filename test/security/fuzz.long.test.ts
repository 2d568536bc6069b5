import { fuzz } from "./fuzz.ts";

fuzz({ customers: 7000, operator: 2000, sources: 1000 });
