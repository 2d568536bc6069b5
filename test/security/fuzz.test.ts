import { fuzz } from "./fuzz.ts";

fuzz({ customers: 2500, operator: 800, sources: 1000 });
