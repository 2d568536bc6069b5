import { pipeline, Readable } from "node:stream";
import { CsvError, parse, type Options } from "csv-parse";
import { Refusal } from "./errors.ts";
import { readHead } from "./csv-head.ts";

export interface CsvRecord {
  /** The number of the record's first line, from 1. */
  line: number;
  cells: string[];
  /** Why the record cannot be what its author meant. */
  fault?: string;
}

/** Longer records are a mistake: a quote was opened and never closed. */
const longestRecordBytes = 64 * 1024;
/** A file that is one text is also read in pieces, so that its records are not all in memory. */
const pieceLength = 64 * 1024;

/**
 * Reads CSV (RFC 4180) as it arrives, with the separator that its first line implies (csv-head.ts) and the line ends
 * of any system. A quote within a cell is an ordinary character. Empty lines become records of one empty cell. Throws
 * a Refusal if it is not text, or if a quote is never closed.
 */
export async function* readCsv(chunks: AsyncIterable<string>): AsyncGenerator<CsvRecord> {
  const { separator, rest, linesBefore } = await readHead(pieces(chunks));
  let line = linesBefore + 1;
  let width: number | undefined;
  const options: Options<CsvRecord, string[]> = {
    delimiter: separator,
    record_delimiter: "\n",
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: longestRecordBytes,
    on_record(cells: string[]): CsvRecord {
      if (cells.some((cell) => cell.trim() !== "")) width ??= cells.length;
      const [first, lines] = [line, countLines(cells)];
      line += lines;
      return lines > 1 && takesInRecords(cells, separator, width ?? 1)
        ? { line: first, cells, fault: openQuote(first, line - 1) }
        : { line: first, cells };
    },
  };
  const parser = parse(options as unknown as Options); // Its types only know records of cells.
  pipeline(Readable.from(rest), parser, () => {}); // The loop below throws its errors.
  try {
    yield* parser as AsyncIterable<CsvRecord>;
  } catch (error) {
    throw error instanceof CsvError ? unreadable(error, line) : error;
  }
}

/** The text in pieces of some size, with all line ends as `\n`. */
async function* pieces(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let isSplit = false; // Between the two characters of a line end.
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += pieceLength) {
      let piece = chunk.slice(from, from + pieceLength);
      if (isSplit) piece = `\r${piece}`;
      isSplit = piece.endsWith("\r");
      yield (isSplit ? piece.slice(0, -1) : piece).replaceAll(/\r\n?/g, "\n");
    }
  }
  if (isSplit) yield "\n";
}

function countLines(cells: string[]): number {
  let lines = 1;
  for (const cell of cells)
    for (let at = cell.indexOf("\n"); at >= 0; at = cell.indexOf("\n", at + 1)) lines++;
  return lines;
}

/** Whether lines within a quoted cell look like records themselves: then the quote was not meant to open one. */
const takesInRecords = (cells: string[], separator: string, width: number): boolean =>
  cells.some((cell) =>
    cell
      .split("\n")
      .slice(1)
      .some((inner) => inner.split(separator).length >= width),
  );

const openQuote = (from: number, to: number): string =>
  `a quote that is opened here and not closed takes in everything up to line ${to}, and nothing of lines ${from} to ${to} is read: close it, or write a quote within a cell twice`;

function unreadable({ code, message }: CsvError, line: number): Refusal {
  if (code === "CSV_QUOTE_NOT_CLOSED")
    return new Refusal("invalid_file", `Line ${line}: a quote is opened and never closed.`, { line });
  if (code === "CSV_MAX_RECORD_SIZE")
    return new Refusal(
      "invalid_file",
      `Line ${line}: it is longer than 64 KB; usually a quote was opened and never closed.`,
      { line },
    );
  return new Refusal("invalid_file", `Line ${line}: ${message}.`, { line });
}
