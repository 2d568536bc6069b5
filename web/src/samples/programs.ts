import type { Sources } from "./language.ts";

/** The API's address, and the key that the reader uses. */
export interface Place {
  base: string;
  key: string;
}

const rentBody = { action: "rent", service: "whatsapp", country: "US" };
const pythonBody = `{"action": "rent", "service": "whatsapp", "country": "US"}`;

const pythonHead = ({ base, key }: Place): string => `import requests

api = "${base}"
headers = {"Authorization": "Bearer ${key}"}
order = requests.post(f"{api}/rent", headers=headers, json=${pythonBody}).json()["data"]
print(order["number"])`;

const javascriptHead = ({ base, key }: Place): string => `const api = "${base}";
const headers = { Authorization: "Bearer ${key}", "Content-Type": "application/json" };
const body = JSON.stringify({ action: "rent", service: "whatsapp", country: "US" });
const { data: order } = await (await fetch(\`\${api}/rent\`, { method: "POST", headers, body })).json();
console.log(order.number);`;

/** Stores `field` of the answer in a shell variable. */
const curlHead = ({ base, key }: Place, variable = "ORDER", field = "order_id"): string => `API="${base}"
AUTH="Authorization: Bearer ${key}"
${variable}=$(curl -s -X POST "$API/rent" -H "$AUTH" -H "Content-Type: application/json" \\
  -d '${JSON.stringify(rentBody)}' | sed 's/.*"${field}":"\\([0-9]*\\)".*/\\1/')`;

/** Rents a number and prints its code as soon as it arrives: the call is held open until then. */
export const waiting = (place: Place): Sources => ({
  curl: `${curlHead(place)}
curl -s "$API/sms?order_id=$ORDER&wait=30" -H "$AUTH"`,
  python: `${pythonHead(place)}

sms = {"status": "PENDING"}
while sms["status"] == "PENDING":
    params = {"order_id": order["order_id"], "wait": 30}
    sms = requests.get(f"{api}/sms", headers=headers, params=params).json()["data"]
print(sms["status"], sms["sms_code"])`,
  javascript: `${javascriptHead(place)}

let sms = { status: "PENDING" };
while (sms.status === "PENDING") {
  const answer = await fetch(\`\${api}/sms?order_id=\${order.order_id}&wait=30\`, { headers });
  sms = (await answer.json()).data;
}
console.log(sms.status, sms.sms_code);`,
});

/** The same by polling. */
export const polling = (place: Place): Sources => ({
  curl: `${curlHead(place)}
while curl -s "$API/sms?order_id=$ORDER" -H "$AUTH" | grep -q PENDING; do sleep 2; done
curl -s "$API/sms?order_id=$ORDER" -H "$AUTH"`,
  python: `import time
${pythonHead(place)}

sms = {"status": "PENDING"}
while sms["status"] == "PENDING":
    time.sleep(2)
    params = {"order_id": order["order_id"]}
    sms = requests.get(f"{api}/sms", headers=headers, params=params).json()["data"]
print(sms["status"], sms["sms_code"])`,
  javascript: `${javascriptHead(place)}

let sms = { status: "PENDING" };
while (sms.status === "PENDING") {
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const answer = await fetch(\`\${api}/sms?order_id=\${order.order_id}\`, { headers });
  sms = (await answer.json()).data;
}
console.log(sms.status, sms.sms_code);`,
});

/** Prints the next event of any order; a program that handles many orders would keep reading. */
export const events = ({ base, key }: Place): Sources => ({
  curl: `curl -sN --max-time 20 "${base}/events" -H "Authorization: Bearer ${key}"`,
  python: `import json, requests

headers = {"Authorization": "Bearer ${key}"}
with requests.get("${base}/events", headers=headers, stream=True) as stream:
    for line in stream.iter_lines(chunk_size=1, decode_unicode=True):
        if line.startswith("data: "):
            event = json.loads(line[6:])
            print(event["type"], event["order_id"], event["sms_code"])
            break`,
  javascript: `const headers = { Authorization: "Bearer ${key}" };
const { body } = await fetch("${base}/events", { headers });
let text = "";
for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
  text += chunk;
  const data = /^data: (.*)$/m.exec(text)?.[1];
  if (data) {
    const event = JSON.parse(data);
    console.log(event.type, event.order_id, event.sms_code);
    break;
  }
}`,
});

/** Sends one's own message to a sandbox number that one has rented. */
export const sandboxSms = (place: Place): Sources => ({
  curl: `${curlHead(place, "NUMBER", "number")}
curl -s -X POST "$API/sandbox/sms" -H "$AUTH" -H "Content-Type: application/json" \\
  -d "{\\"to\\":\\"$NUMBER\\",\\"text\\":\\"Your WhatsApp code: 123-456\\",\\"from\\":\\"WhatsApp\\"}"`,
  python: `${pythonHead(place)}

message = {"to": order["number"], "text": "Your WhatsApp code: 123-456", "from": "WhatsApp"}
print(requests.post(f"{api}/sandbox/sms", headers=headers, json=message).json()["data"])`,
  javascript: `${javascriptHead(place)}

const message = { to: order.number, text: "Your WhatsApp code: 123-456", from: "WhatsApp" };
const sent = await fetch(\`\${api}/sandbox/sms\`, { method: "POST", headers, body: JSON.stringify(message) });
console.log((await sent.json()).data);`,
});
