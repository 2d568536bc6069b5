import { Refusal } from "./errors.ts";

export interface CsvRecord {
  /** Of the record's first line, from 1. */
  line: number;
  cells: string[];
}

/** Longer records are not meant: a quote was opened and never closed. */
const longest = 64 * 1024;

/**
 * Reads CSV (RFC 4180) as it comes. The header's separator is taken: comma, semicolon or tab. Empty lines are passed
 * over. Throws a Refusal where a quote is never closed.
 */
export async function* readCsv(chunks: AsyncIterable<string>): AsyncGenerator<CsvRecord> {
  let separator: string | undefined;
  let record = "";
  let line = 0;
  let began = 1;
  for await (const text of linesOf(chunks)) {
    line++;
    if (record === "") began = line;
    record = record === "" ? text : `${record}\n${text}`;
    if (isOpen(record)) {
      if (record.length > longest) throw unclosed(began);
      continue;
    }
    if (record.trim() !== "") {
      separator ??= separatorOf(record);
      yield { line: began, cells: split(record, separator) };
    }
    record = "";
  }
  if (record !== "") throw unclosed(began);
}

const unclosed = (line: number): Refusal =>
  new Refusal("invalid_file", `Line ${line}: a quote is opened and never closed.`, { line });

async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = "";
  let first = true;
  for await (const chunk of chunks) {
    rest += first ? chunk.replace(/^\ufeff/, "") : chunk;
    first = false;
    const lines = rest.split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield line.replace(/\r$/, "");
  }
  if (rest !== "") yield rest.replace(/\r$/, "");
}

/** Whether a quoted cell goes on: quotes come in pairs, doubled ones within a cell too. */
const isOpen = (record: string): boolean => record.includes('"') && (record.split('"').length - 1) % 2 === 1;

const separatorOf = (header: string): string =>
  [",", ";", "\t"].toSorted((a, b) => header.split(b).length - header.split(a).length)[0] as string;

function split(record: string, separator: string): string[] {
  if (!record.includes('"')) return record.split(separator);
  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  for (let place = 0; place < record.length; place++) {
    const letter = record[place] as string;
    if (letter === '"' && quoted && record[place + 1] === '"') cell += record[++place];
    else if (letter === '"') quoted = !quoted;
    else if (letter === separator && !quoted) {
      cells.push(cell);
      cell = "";
    } else cell += letter;
  }
  return [...cells, cell];
}
