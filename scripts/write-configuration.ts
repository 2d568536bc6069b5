import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { format, resolveConfig } from "prettier";
import { settings } from "../src/config.ts";
import type { Setting } from "../src/config/setting.ts";
import { projectRoot } from "../src/kit/paths.ts";

// node scripts/write-configuration.ts            writes docs/configuration.md and .env.example from src/config/settings/
// node scripts/write-configuration.ts --check    exits with 1 if a file is out of date

const reference = join(projectRoot, "docs", "configuration.md");
const example = join(projectRoot, ".env.example");

const head = `# Configuration

<!-- Made by scripts/write-configuration.ts from src/config/settings/; do not edit. -->

Every setting is an environment variable. Settings missing from the environment are read from the file \`.env\` in the folder
the server is started in. An invalid value stops the start with a message that names the setting; the
operator's tool reports the same with \`npm run -s zapotp -- doctor\`, and which settings protect people less than their defaults.

| name | kind | default | what it is for |
| --- | --- | --- | --- |
`;

const cell = (text: string): string => text.replaceAll("|", "\\|");

/** What it is for, and which values protect people less than the default. */
const describe = ({ sentence, weaker }: Pick<Setting<unknown>, "sentence" | "weaker">): string =>
  weaker ? `${sentence} Weaker if ${weaker.range}: ${weaker.sentence}` : sentence;

const rows = Object.entries<Setting<unknown>>(settings).map(
  ([name, { kind, defaultText, ...rest }]) =>
    `| \`${name}\` | ${cell(kind)} | ${defaultText === "" ? "" : `\`${cell(defaultText)}\``} | ${cell(describe(rest))} |`,
);

const exampleHead = `# Settings of ZapOTP. Made by scripts/write-configuration.ts from src/config/settings/; do not edit this one.
# Copy it to .env and remove the # before what you change; without it, the value shown is used.
`;

/** A comment of at most 100 characters per line. */
const comment = (text: string): string => text.replaceAll(/(.{1,98})(?: +|$)/g, "# $1\n");

const exampleLines = Object.entries(settings).map(
  ([name, { defaultText, sentence }]) => `${comment(sentence)}# ${name}=${defaultText}\n`,
);

const wanted = new Map([
  [
    reference,
    // Formatted like everything else, so that the format check passes.
    await format(`${head}${rows.join("\n")}\n`, {
      ...(await resolveConfig(reference)),
      parser: "markdown",
    }),
  ],
  [example, [exampleHead, ...exampleLines].join("\n")],
]);

for (const [file, text] of wanted) {
  if (!process.argv.includes("--check")) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } else if (!existsSync(file) || readFileSync(file, "utf8") !== text) {
    console.error(
      `${relative(projectRoot, file)} is not what src/config.ts says: run npm run lint -- --write`,
    );
    process.exitCode = 1;
  }
}
