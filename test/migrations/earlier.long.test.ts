import { migrations, testVersion } from "./earlier.ts";

for (let place = 1; place < migrations.length - 2; place++) testVersion(place);
