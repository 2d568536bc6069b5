import { migrations, testVersion } from "./earlier.ts";

// The first version has been through every migration, and the last two have rows for every table. The others are in
// earlier.long.test.ts.
for (const place of [0, migrations.length - 2, migrations.length - 1]) testVersion(place);
