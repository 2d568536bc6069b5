import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { format, resolveConfig } from "prettier";
import { settings } from "../src/config.ts";
import { projectRoot } from "../src/paths.ts";

// node scripts/write-configuration.ts            writes docs/configuration.md from src/config.ts
// node scripts/write-configuration.ts --check    exits with 1 when the file says something else

const file = join(projectRoot, "docs", "configuration.md");

const head = `# Configuration

<!-- Made by scripts/write-configuration.ts from src/config.ts; do not edit. -->

Every setting is an environment variable. What the environment does not say is read from the file \`.env\` in the folder
the server is started in. A value that cannot be used stops the start with a sentence that names the setting; the
operator's tool tells the same with \`npm run -s zapotp -- doctor\`.

| name | kind | default | what it is for |
| --- | --- | --- | --- |
`;

const cell = (text: string): string => text.replaceAll("|", "\\|");

const rows = Object.entries(settings).map(
  ([name, { kind, defaultText, sentence }]) =>
    `| \`${name}\` | ${cell(kind)} | ${defaultText === "" ? "" : `\`${cell(defaultText)}\``} | ${cell(sentence)} |`,
);

// As the formatter has it, so that the format check has nothing to add.
const wanted = await format(`${head}${rows.join("\n")}\n`, {
  ...(await resolveConfig(file)),
  parser: "markdown",
});

if (process.argv.includes("--check")) {
  if (!existsSync(file) || readFileSync(file, "utf8") !== wanted) {
    console.error(
      "docs/configuration.md is not what src/config.ts says: run node scripts/write-configuration.ts",
    );
    process.exitCode = 1;
  }
} else {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, wanted);
}
