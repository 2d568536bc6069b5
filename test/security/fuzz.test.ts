import { fuzz } from "./fuzz.ts";

fuzz({ customers: 1500, operator: 500, sources: 600 });
