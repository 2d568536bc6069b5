import type { Language } from "../../../samples/language.ts";

/** The parts of the OpenAPI document (/openapi.json) that the page reads. */
export interface Document {
  info: { title: string; description: string };
  servers: { url: string }[];
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

export interface Operation {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  parameters?: Parameter[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { description: string; content?: Record<string, Media> }>;
  "x-codeSamples": { lang: string; source: string }[];
}

export interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  example?: unknown;
  schema: Schema;
}

export interface Media {
  schema: Schema;
}

export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  description?: string;
  enum?: unknown[];
  examples?: unknown[];
  minimum?: number;
  maximum?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
}

/** An operation with its path. */
export interface Call extends Operation {
  method: string;
  path: string;
}

export const callsOf = ({ paths }: Document): Call[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, method, path })),
  );

/** The name of the model that a schema refers to. */
export const modelOf = ({ $ref = "" }: Schema): string | undefined =>
  /^#\/components\/schemas\/(\w+)$/.exec($ref)?.[1];

/** The samples with the reader's key in place of the placeholder. */
export function sourcesOf({ "x-codeSamples": samples }: Call, key: string): Record<Language, string> {
  const source = (lang: string): string =>
    (samples.find((sample) => sample.lang === lang)?.source ?? "").replaceAll("YOUR_API_KEY", key);
  return { curl: source("shell"), python: source("python"), javascript: source("javascript") };
}

/**
 * The part of the page that a URL leads to. URLs of the previous reference (`#tag/orders/POST/rent`) lead to the same
 * operations.
 */
export function placeOf(hash: string, calls: Call[]): string {
  const place = decoded(hash.replace(/^#/, ""));
  const [, method = "", path] = /^tag\/[^/]+\/(\w+)(\/.*)$/.exec(place) ?? [];
  const old = calls.find((call) => call.method === method.toLowerCase() && call.path === path);
  return old?.operationId ?? place;
}

/** As it was typed if it is not encoded as addresses are: `#100%`. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
