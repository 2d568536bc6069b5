import { Refusal } from "./errors.ts";

export interface CsvHead {
  separator: string;
  /** Everything that remains to be parsed. */
  rest: AsyncGenerator<string>;
  /** The number of lines before it. */
  linesBefore: number;
}

/** A longer first line is not a header. */
const longestHead = 64 * 1024;

/**
 * Detects the separator from the first line of a CSV (comma, semicolon, tab or bar), or from Excel's `sep=;`. Throws
 * a Refusal if it is not text at all.
 */
export async function readHead(pieces: AsyncGenerator<string>): Promise<CsvHead> {
  let head = "";
  while (firstLineOf(head) === null && head.length < longestHead) {
    const { done, value } = await pieces.next();
    if (done) break;
    head += value;
  }
  head = head.replace(/^\ufeff/, ""); // From pasted text.
  refuseWorkbook(head);
  const first = firstLineOf(head) ?? head;
  const named = /^"?sep=(.)"?$/i.exec(first.trim())?.[1];
  if (named === undefined)
    return { separator: separatorOf(first), rest: follow(head, pieces), linesBefore: 0 };
  const before = head.indexOf(first) + first.length + 1;
  return {
    separator: named,
    rest: follow(head.slice(before), pieces),
    linesBefore: head.slice(0, before).split("\n").length - 1,
  };
}

/** The first line that is not empty; null if it has not arrived yet. */
const firstLineOf = (head: string): string | null => /^\s*(\S[^\n]*)\n/.exec(head)?.[1] ?? null;

const separatorOf = (header: string): string => {
  const unquoted = header.replaceAll(/"[^"]*"/g, "");
  const count = (separator: string): number => unquoted.split(separator).length;
  return [",", ";", "\t", "|"].toSorted((a, b) => count(b) - count(a))[0] as string;
};

/** Control characters, with which workbooks, archives and pictures begin; excludes those that occur in text. */
const noText = /(?![\t\n\v\f\r\u0080-\u009f])\p{Cc}/u;

function refuseWorkbook(head: string): void {
  if (noText.test(head.slice(0, 1024)))
    throw new Refusal(
      "invalid_file",
      'The file is not text. Save the table as CSV: in Excel "Save As", "CSV UTF-8"; in LibreOffice "Text CSV"; in Google Sheets "Download", "Comma-separated values".',
    );
}

async function* follow(head: string, pieces: AsyncGenerator<string>): AsyncGenerator<string> {
  if (head !== "") yield head;
  yield* pieces;
}
