import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { decodeBytes } from "../kit/decode-text.ts";
import { ConfigError } from "./setting.ts";

/** The contents of a settings file: values by name, with the line numbers of each. */
export interface EnvFile {
  values: Record<string, string>;
  lines: Map<string, number[]>;
}

const nothing: EnvFile = { values: {}, lines: new Map() };

/**
 * Reads a settings file in whatever encoding an editor saved it; a missing file counts as empty. Throws a ConfigError
 * if a line would be ignored or cut off: a setting that is lost silently could cause a new database to be created.
 */
export function readEnvFile(path: string): EnvFile {
  const text = readText(path);
  if (text === null) return nothing;
  const values = parseEnv(text) as Record<string, string>;
  const lines = new Map<string, number[]>();
  const faults: string[] = [];
  const multiline = Object.values(values).filter((value) => value.includes("\n"));
  for (const [place, line] of text.split(/\r\n?|\n/).entries()) {
    const name = assigned.exec(line)?.[1];
    if (name !== undefined && name in values) lines.set(name, [...(lines.get(name) ?? []), place + 1]);
    const fault = faultOf(line, name);
    if (fault !== null && !multiline.some((value) => value.includes(line.trim())))
      faults.push(`Line ${place + 1} of ${path} ${fault}.`);
  }
  if (faults.length > 0) throw new ConfigError(faults.join("\n"));
  return { values, lines };
}

const assigned = /^\s*(?:export\s+)?([A-Za-z_][\w.-]*)\s*=/;

/** Lines that would be lost. The error does not quote them: they may hold passwords. */
function faultOf(line: string, name: string | undefined): string | null {
  if (/^\s*(#|$)/.test(line)) return null;
  if (name === undefined) return "is no setting: write NAME=value, and # before a comment";
  const value = line.slice(line.indexOf("=") + 1).trim();
  if (/^["'`]/.test(value)) return null;
  return /\S#/.test(value)
    ? `sets ${name} to something with a # in it, and what follows a # is a comment: put the value between quotes`
    : null;
}

function readText(path: string): string | null {
  try {
    const text = decodeBytes(readFileSync(path));
    if (/\0|\ufffd/.test(text))
      throw new ConfigError(`${path} is not a text in UTF-8 or UTF-16; save it as UTF-8.`);
    return text;
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return null;
    const why =
      code === "EISDIR" ? "it is a folder" : code === "EACCES" ? "this user may not read it" : message;
    throw new ConfigError(`${path} cannot be read: ${why}.`);
  }
}
