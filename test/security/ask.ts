import type { TestApp } from "../helpers/app.ts";
import type { Actor } from "./cast.ts";

export interface Asked {
  status: number;
  headers: Headers;
  text: string;
  /** For an error only. */
  code: string | undefined;
}

export interface Question {
  query?: Record<string, string>;
  body?: unknown;
  headers?: Record<string, string>;
}

/** One request, as it is. An endless stream is closed after its head. */
export async function ask(
  app: TestApp,
  actor: Actor,
  method: string,
  path: string,
  { query, body, headers = {} }: Question = {},
): Promise<Asked> {
  const search = query === undefined ? "" : `?${new URLSearchParams(query)}`;
  const hasBody = body !== undefined && method !== "GET" && method !== "HEAD";
  const response = await fetch(`${app.url}${path}${search}`, {
    method,
    redirect: "manual",
    headers: {
      ...(await actor.headers()),
      ...(hasBody ? { "content-type": "application/json" } : {}),
      ...headers,
    },
    ...(hasBody ? { body: JSON.stringify(body) } : {}),
  });
  const type = response.headers.get("content-type") ?? "";
  if (type.startsWith("text/event-stream")) {
    await response.body?.cancel();
    return { status: response.status, headers: response.headers, text: "", code: undefined };
  }
  const text = await response.text();
  const code = type.startsWith("application/json") ? codeOf(text) : undefined;
  return { status: response.status, headers: response.headers, text, code };
}

function codeOf(text: string): string | undefined {
  if (text === "") return undefined;
  const { status, code } = JSON.parse(text) as { status?: string; code?: string };
  return status === "error" ? code : undefined;
}
