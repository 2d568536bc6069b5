import { readFileSync, renameSync, writeFileSync } from "node:fs";

/** What we must know of a cluster to find it again; kept beside it, readable for us alone. */
export interface State {
  folder: string;
  port: number;
  password: string;
}

const pathOf = (dataDir: string): string => `${dataDir}.json`;

export function readState(dataDir: string): State | null {
  try {
    return JSON.parse(readFileSync(pathOf(dataDir), "utf8")) as State;
  } catch {
    return null;
  }
}

export function writeState(dataDir: string, state: State): void {
  const draft = `${pathOf(dataDir)}.new`;
  writeFileSync(draft, JSON.stringify(state), { mode: 0o600 });
  renameSync(draft, pathOf(dataDir));
}

export const superuser = "zapotp";

export const connectionStringOf = ({ port, password }: State): string =>
  `postgres://${superuser}:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
