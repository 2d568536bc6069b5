/**
 * Samples of every operation in curl, Python and JavaScript, written from one description so that the three never
 * say different things. A test takes them out of the OpenAPI document and runs each.
 */
export interface Call {
  method: "GET" | "POST";
  path: string;
  query?: Record<string, string>;
  body?: Record<string, unknown>;
  /** The answer is a stream of server-sent events: read until the first one. */
  stream?: boolean;
}

export const sampleHost = "https://zapotp.example";
export const sampleKey = "YOUR_API_KEY";
export const sampleOrderId = "12345678";
export const sampleNumber = "15550123456";
const base = `${sampleHost}/account/api/v1`;

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

/** The samples of an operation of the OpenAPI document. */
export function samplesOf(operationId: string): Sample[] {
  const call = calls[operationId];
  if (!call) return [];
  return [
    { lang: "shell", label: "curl", source: curl(call) },
    { lang: "python", label: "Python", source: call.stream ? pythonStream(call) : python(call) },
    {
      lang: "javascript",
      label: "JavaScript",
      source: call.stream ? javascriptStream(call) : javascript(call),
    },
  ];
}

const urlOf = ({ path, query }: Call): string =>
  base + path + (query ? `?${new URLSearchParams(query)}` : "");

function curl({ method, body, stream, ...call }: Call): string {
  const lines = [
    `curl ${stream ? "-N --max-time 2 " : ""}${method === "POST" ? "-X POST " : ""}"${urlOf({ method, ...call })}"`,
    `  -H "Authorization: Bearer ${sampleKey}"`,
  ];
  if (body) lines.push(`  -H "Content-Type: application/json"`, `  -d '${JSON.stringify(body)}'`);
  return lines.join(" \\\n");
}

function python(call: Call): string {
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

function pythonStream(call: Call): string {
  return `import requests

headers = {"Authorization": "Bearer ${sampleKey}"}
with requests.get("${urlOf(call)}", headers=headers, stream=True) as stream:
    for line in stream.iter_lines(chunk_size=1, decode_unicode=True):
        if line.startswith("data: "):
            print(line[6:])
            break`;
}

/** JSON is Python for the texts and numbers that samples use. */
const pythonValue = (value: Record<string, unknown>): string =>
  JSON.stringify(value).replaceAll('":"', '": "').replaceAll('","', '", "');

function javascript(call: Call): string {
  const init = call.body
    ? `{
  method: "POST",
  headers: { Authorization: "Bearer ${sampleKey}", "Content-Type": "application/json" },
  body: JSON.stringify(${JSON.stringify(call.body, null, 2).replaceAll("\n", "\n  ")}),
}`
    : `{
  headers: { Authorization: "Bearer ${sampleKey}" },
}`;
  return `const response = await fetch("${urlOf(call)}", ${init});
const { data } = await response.json();
console.log(data);`;
}

function javascriptStream(call: Call): string {
  return `const response = await fetch("${urlOf(call)}", {
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
