import { t } from "../texts/t.ts";
import { readMode, type Mode } from "../state/mode.ts";
import { unreachable } from "../state/connection.ts";
import { clockSeen } from "../state/server-clock.ts";
import { sessionLost } from "../state/session-lost.ts";
import { ApiError } from "./error.ts";

type Query = Record<string, string | number | undefined>;

interface Request {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  body?: unknown;
  query?: Query;
  mode?: Mode;
  headers?: Record<string, string>;
}

/** `/dashboard/api/…`, the dashboard's own. */
export const own = <T>(path: string, request?: Request): Promise<T> =>
  send<T>(`/dashboard/api/${path}`, request);

/** `/account/api/v1/…`, the documented API, with the session instead of a key. */
export const documented = <T>(path: string, request?: Request): Promise<T> =>
  send<T>(`/account/api/v1/${path}`, request);

/** The OpenAPI document, which everyone may read: under the same address from which its page preloads it. */
export async function readDocument<T>(): Promise<T> {
  const response = await fetch("/openapi.json").catch(() => {
    throw new ApiError(0, { code: "offline", message: t.errors.offline });
  });
  const document = await readJson(response);
  if (!response.ok) throw new ApiError(response.status, document);
  return document as T;
}

export function withQuery(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text === "" ? path : `${path}?${text}`;
}

/** Headers of every request: the wallet that is meant, and the proof that the request comes from our pages. */
export const headersFor = (mode: Mode = readMode()): Record<string, string> => ({
  "x-zap-mode": mode,
  "x-requested-with": "zapotp",
});

async function send<T>(
  path: string,
  { method = "GET", body, query, mode, headers }: Request = {},
): Promise<T> {
  const response = await fetch(withQuery(path, query), {
    method,
    credentials: "same-origin",
    headers: {
      accept: "application/json",
      ...headersFor(mode),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    unreachable.set(true);
    throw new ApiError(0, { code: "offline", message: t.errors.offline });
  });
  unreachable.set(false);
  clockSeen(response.headers.get("date"));
  const answer = await readJson(response);
  if (response.ok && answer["status"] === "success") return answer["data"] as T;
  const error = new ApiError(response.status, answer);
  if (error.code === "unauthorized") sessionLost.set(true);
  throw error;
}

async function readJson(response: Response): Promise<Record<string, unknown>> {
  try {
    return (await response.json()) as Record<string, unknown>;
  } catch {
    return { code: "unreadable", message: t.errors.unreadable(response.status) };
  }
}
