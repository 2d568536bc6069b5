import type { t } from "../texts/t.ts";
import type { Language } from "./language.ts";

export interface Call {
  id: keyof typeof t.api.calls;
  method: "GET" | "POST";
  path: string;
  body?: Record<string, string>;
}

/** The calls that the console offers; `orderId` is the last one rented in it. */
export function callsOf(orderId: string): Call[] {
  return [
    { id: "user", method: "GET", path: "/user" },
    { id: "countries", method: "GET", path: "/countries" },
    { id: "services", method: "GET", path: "/services?country=US&service=whatsapp" },
    {
      id: "rent",
      method: "POST",
      path: "/rent",
      body: { action: "rent", service: "whatsapp", country: "US", provider: "global" },
    },
    { id: "sms", method: "GET", path: `/sms?order_id=${orderId}&wait=30` },
    { id: "orders", method: "GET", path: "/orders?limit=5" },
  ];
}

/** The same call in three languages, as src/edges/api/samples.ts writes them. */
export function sampleOf(
  language: Language,
  base: string,
  key: string,
  { method, path, body }: Call,
): string {
  const url = base + path;
  if (language === "curl") return curl(method, url, key, body);
  if (language === "python") return python(method, url, key, body);
  return javascript(url, key, body);
}

function curl(method: string, url: string, key: string, body: Call["body"]): string {
  const lines = [
    `curl ${method === "POST" ? "-X POST " : ""}"${url}"`,
    `  -H "Authorization: Bearer ${key}"`,
  ];
  if (body) lines.push(`  -H "Content-Type: application/json"`, `  -d '${JSON.stringify(body)}'`);
  return lines.join(" \\\n");
}

function python(method: string, url: string, key: string, body: Call["body"]): string {
  const json = body
    ? `, json=${JSON.stringify(body).replaceAll('":"', '": "').replaceAll('","', '", "')}`
    : "";
  return `import requests

headers = {"Authorization": "Bearer ${key}"}
answer = requests.${method.toLowerCase()}("${url}", headers=headers${json}).json()
print(answer["data"])`;
}

function javascript(url: string, key: string, body: Call["body"]): string {
  const init = body
    ? `{
  method: "POST",
  headers: { Authorization: "Bearer ${key}", "Content-Type": "application/json" },
  body: JSON.stringify(${JSON.stringify(body, null, 2).replaceAll("\n", "\n  ")}),
}`
    : `{
  headers: { Authorization: "Bearer ${key}" },
}`;
  return `const response = await fetch("${url}", ${init});
const { data } = await response.json();
console.log(data);`;
}
