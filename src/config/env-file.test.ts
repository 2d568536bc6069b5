import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { readEnvFile } from "./env-file.ts";
import { ConfigError } from "./setting.ts";

const folder = mkdtempSync(join(tmpdir(), "zapotp-env-"));
after(() => rmSync(folder, { recursive: true }));
const path = join(folder, ".env");

function read(content: string | Buffer): Record<string, string> {
  writeFileSync(path, content);
  return readEnvFile(path).values;
}

function complaintsAbout(content: string | Buffer): string[] {
  try {
    read(content);
  } catch (error) {
    assert.ok(error instanceof ConfigError, String(error));
    return error.message.replaceAll(path, ".env").split("\n");
  }
  return [];
}

test("a file is read in whatever encoding an editor saved it", () => {
  const text = 'PORT=18124\r\nTOP_UP_INSTRUCTIONS="Zahlen Sie 5 €"\r\n';
  const expected = { PORT: "18124", TOP_UP_INSTRUCTIONS: "Zahlen Sie 5 €" };
  const marked = `\ufeff${text}`;
  for (const bytes of [
    Buffer.from(text),
    Buffer.from(marked),
    Buffer.from(marked, "utf16le"),
    Buffer.from(text, "utf16le"),
    Buffer.from(marked, "utf16le").swap16(),
  ])
    assert.deepEqual({ ...read(bytes) }, expected);
});

test("a missing file sets nothing, and neither does an empty one", () => {
  assert.deepEqual(readEnvFile(join(folder, "none")).values, {});
  assert.deepEqual({ ...read("") }, {});
  assert.deepEqual({ ...read("\n# nothing\n  # here\n") }, {});
});

test("comments, quotes, exports and values of several lines are what they always were", () => {
  const text = `# settings
export PORT=1 # why
TOP_UP_INSTRUCTIONS="first # no comment
second line
  third = line"
MAIL_FROM='Shop <a@b.c>'
METRICS_TOKEN="a#b"
DATA_DIR=
`;
  assert.deepEqual(
    { ...read(text) },
    {
      PORT: "1",
      TOP_UP_INSTRUCTIONS: "first # no comment\nsecond line\n  third = line",
      MAIL_FROM: "Shop <a@b.c>",
      METRICS_TOKEN: "a#b",
      DATA_DIR: "",
    },
  );
});

test("lines that would be silently ignored are reported by number, without their contents", () => {
  assert.deepEqual(complaintsAbout("PORT 8080\nPORT=1\nhidden words\n"), [
    "Line 1 of .env is no setting: write NAME=value, and # before a comment.",
    "Line 3 of .env is no setting: write NAME=value, and # before a comment.",
  ]);
  assert.deepEqual(complaintsAbout("METRICS_TOKEN=hidden#words\nDATA_DIR=./data # fine\n"), [
    "Line 1 of .env sets METRICS_TOKEN to something with a # in it, and what follows a # is a comment: put the value between quotes.",
  ]);
  assert.match(complaintsAbout("PORT: 8080")[0] ?? "", /^Line 1 of \.env is no setting/);
});

test("something that is not text, or not a file, is reported", () => {
  for (const bytes of [
    Buffer.from([0x50, 0x4b, 3, 4, 0, 0]),
    Buffer.from("PORT=1\nNAME=Z\xfcrich", "latin1"),
  ])
    assert.deepEqual(complaintsAbout(bytes), [".env is not a text in UTF-8 or UTF-16; save it as UTF-8."]);
  mkdirSync(join(folder, "folder"));
  assert.throws(() => readEnvFile(join(folder, "folder")), /cannot be read: it is a folder\.$/);
});

test("the lines of each name are known", () => {
  writeFileSync(path, "PORT=1\n\nHOST=a\nPORT=2\n");
  assert.deepEqual([...readEnvFile(path).lines], [["PORT", [1, 4]], ["HOST", [3]]]); // prettier-ignore
  assert.equal(readEnvFile(path).values["PORT"], "2");
});
