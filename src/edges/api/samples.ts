/**
 * Samples of every operation in curl, Python and JavaScript, generated from one description so that the three never
 * differ. A test takes them from the OpenAPI document and runs each.
 */
interface Call {
  method: "GET" | "POST";
  path: string;
  query?: Record<string, string>;
  body?: Record<string, unknown>;
  /** The answer is a stream of server-sent events: read until the first one. */
  stream?: boolean;
}

export const sampleKey = "YOUR_API_KEY";
export const sampleOrderId = "12345678";
export const sampleNumber = "15550123456";

const calls: Record<string, Call> = {
  getUser: { method: "GET", path: "/user" },
  getCountries: { method: "GET", path: "/countries" },
  getServices: { method: "GET", path: "/services", query: { country: "US", service: "whatsapp" } },
  rentNumber: {
    method: "POST",
    path: "/rent",
    body: { action: "rent", service: "whatsapp", country: "US", provider: "global" },
  },
  getSms: { method: "GET", path: "/sms", query: { order_id: sampleOrderId, wait: "30" } },
  listOrders: { method: "GET", path: "/orders", query: { limit: "20" } },
  cancelOrder: { method: "POST", path: "/cancel", body: { order_id: sampleOrderId } },
  finishOrder: { method: "POST", path: "/finish", body: { order_id: sampleOrderId } },
  resendCode: { method: "POST", path: "/resend", body: { order_id: sampleOrderId } },
  reportNumber: {
    method: "POST",
    path: "/report",
    body: { order_id: sampleOrderId, reason: "already registered" },
  },
  streamEvents: { method: "GET", path: "/events", query: { last_event_id: "0" }, stream: true },
  extractCode: {
    method: "POST",
    path: "/tools/extract",
    body: { text: "Your WhatsApp code: 123-456", sender: "WhatsApp" },
  },
  sendSandboxSms: {
    method: "POST",
    path: "/sandbox/sms",
    body: { to: sampleNumber, text: "Your code is 123-456", from: "WhatsApp" },
  },
};

export interface Sample {
  lang: "shell" | "python" | "javascript";
  label: string;
  source: string;
}

interface Operation {
  operationId?: string;
  requestBody?: { content: Record<string, object> };
  "x-codeSamples"?: Sample[];
}

export interface Document {
  info: object;
  paths: Record<string, Record<string, Operation>>;
}

/** The document with samples of every operation, and the bodies of the samples as examples. */
export function addSamples(document: Document, base: string): Document {
  const paths = mapValues(document.paths, (path) =>
    mapValues(path, (operation) => {
      const call = calls[operation.operationId ?? ""];
      return call ? { ...withExample(operation, call), "x-codeSamples": samplesOf(call, base) } : operation;
    }),
  );
  return { ...document, paths };
}

/** The values that importers fill a request with: a call that works. */
const withExample = ({ requestBody, ...operation }: Operation, { body }: Call): Operation =>
  requestBody && body
    ? {
        ...operation,
        requestBody: {
          ...requestBody,
          content: mapValues(requestBody.content, (media) => ({ ...media, example: body })),
        },
      }
    : operation;

const mapValues = <T, U>(record: Record<string, T>, map: (value: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));

const samplesOf = (call: Call, base: string): Sample[] => [
  { lang: "shell", label: "curl", source: curl(call, base) },
  { lang: "python", label: "Python", source: (call.stream ? pythonStream : python)(call, base) },
  {
    lang: "javascript",
    label: "JavaScript",
    source: (call.stream ? javascriptStream : javascript)(call, base),
  },
];

const urlOf = ({ path, query }: Pick<Call, "path" | "query">, base: string): string =>
  base + path + (query ? `?${new URLSearchParams(query)}` : "");

function curl({ method, body, stream, ...call }: Call, base: string): string {
  const lines = [
    `curl ${stream ? "-N --max-time 2 " : ""}${method === "POST" ? "-X POST " : ""}"${urlOf(call, base)}"`,
    `  -H "Authorization: Bearer ${sampleKey}"`,
  ];
  if (body) lines.push(`  -H "Content-Type: application/json"`, `  -d '${JSON.stringify(body)}'`);
  return lines.join(" \\\n");
}

function python(call: Call, base: string): string {
  const argument = call.body
    ? `, json=${pythonValue(call.body)}`
    : call.query
      ? `, params=${pythonValue(call.query)}`
      : "";
  return `import requests

headers = {"Authorization": "Bearer ${sampleKey}"}
answer = requests.${call.method.toLowerCase()}("${base}${call.path}", headers=headers${argument}).json()
print(answer["data"])`;
}

function pythonStream(call: Call, base: string): string {
  return `import requests

headers = {"Authorization": "Bearer ${sampleKey}"}
with requests.get("${urlOf(call, base)}", headers=headers, stream=True) as stream:
    for line in stream.iter_lines(chunk_size=1, decode_unicode=True):
        if line.startswith("data: "):
            print(line[6:])
            break`;
}

/** JSON literals are also Python literals for the strings and numbers that samples use. */
const pythonValue = (value: Record<string, unknown>): string =>
  JSON.stringify(value).replaceAll('":"', '": "').replaceAll('","', '", "');

function javascript(call: Call, base: string): string {
  const init = call.body
    ? `{
  method: "POST",
  headers: { Authorization: "Bearer ${sampleKey}", "Content-Type": "application/json" },
  body: JSON.stringify(${JSON.stringify(call.body, null, 2).replaceAll("\n", "\n  ")}),
}`
    : `{
  headers: { Authorization: "Bearer ${sampleKey}" },
}`;
  return `const response = await fetch("${urlOf(call, base)}", ${init});
const { data } = await response.json();
console.log(data);`;
}

function javascriptStream(call: Call, base: string): string {
  return `const response = await fetch("${urlOf(call, base)}", {
  headers: { Authorization: "Bearer ${sampleKey}" },
});
let text = "";
for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
  text += chunk;
  const event = /^data: (.*)$/m.exec(text);
  if (event) {
    console.log(JSON.parse(event[1]));
    break;
  }
}`;
}
