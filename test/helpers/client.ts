import { checkAnswer } from "./openapi.ts";
import type { TestApp } from "./app.ts";

/** An answer as a program sees it. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  // Tests access answers without types; the OpenAPI check verifies their types.
  body: { status: string; code?: string; message?: string; data: never } & Record<string, never>;
}

export interface Call {
  method?: string;
  query?: Record<string, string | string[]>;
  body?: unknown;
  headers?: Record<string, string>;
  raw?: string | Uint8Array;
}

export interface Client {
  key: string;
  (path: string, call?: Call): Promise<Answer>;
  get(path: string, query?: Record<string, string | string[]>): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
}

/** Calls the API with one key; every answer is checked against the OpenAPI document. */
export function clientFor(app: TestApp, key: string): Client {
  const call = async (
    path: string,
    { method = "GET", query, body, headers, raw }: Call = {},
  ): Promise<Answer> => {
    const url = new URL(`${app.url}/account/api/v1${path}`);
    for (const [name, value] of Object.entries(query ?? {}))
      for (const one of [value].flat()) url.searchParams.append(name, one);
    const response = await fetch(url, {
      method,
      headers: {
        ...(key === "" ? {} : { authorization: `Bearer ${key}` }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      body: raw ?? (body === undefined ? undefined : JSON.stringify(body)),
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.startsWith("application/json") ?? false;
    const answer: Answer = {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson && text !== "" ? JSON.parse(text) : undefined,
    };
    await checkAnswer(app.url, path, method, answer);
    return answer;
  };
  return Object.assign(call, {
    key,
    get: (path: string, query?: Record<string, string | string[]>) => call(path, { query }),
    post: (path: string, body?: unknown, headers?: Record<string, string>) =>
      call(path, { method: "POST", body, headers }),
  });
}

export const rentBody = (over: Record<string, unknown> = {}): Record<string, unknown> => ({
  action: "rent",
  service: "whatsapp",
  country: "US",
  provider: "global",
  duration: "generic",
  ...over,
});
