/**
 * A page where one pastes a message and sees what is read in it and why. Plain HTML and a script of its own; the key
 * stays in the page.
 */
export const extractPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Find the code · ZapOTP</title>
<style>
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
label { display: block; margin-top: 1rem; font-weight: 600; }
input, textarea { width: 100%; box-sizing: border-box; font: inherit; padding: .5rem; }
button { margin-top: 1rem; padding: .5rem 1.25rem; font: inherit; font-weight: 600; background: #f5b301; color: #1b1400; border: 0; border-radius: 6px; cursor: pointer; }
output { display: block; margin-top: 1.5rem; }
.code { font: 700 2.25rem/1.2 ui-monospace, monospace; }
table { border-collapse: collapse; width: 100%; margin-top: 1rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .5rem; border-bottom: 1px solid #8884; }
td:nth-child(2) { font-variant-numeric: tabular-nums; }
.fault { color: #c0392b; }
ul { margin: 0; padding-left: 1.1rem; }
</style>
</head>
<body>
<p><a href="/docs">Reference</a></p>
<h1>Find the code in a message</h1>
<p>Paste a message to see which code ZapOTP reads in it, which services it names, and why. A number with 2 points or more
is a code; of several the best is taken. A service decides whose the message is from a confidence of 0.6 on. Nothing is stored.</p>
<form>
<label for="key">API key</label><input id="key" required autocomplete="off" spellcheck="false" placeholder="zap_test_…">
<label for="sender">Sender <small>(if known)</small></label><input id="sender" maxlength="50" autocomplete="off">
<label for="text">Message</label><textarea id="text" required rows="5" maxlength="20000">Your WhatsApp code: 123-456. Don't share it. Call 0800 555 000 for help.</textarea>
<button>Find the code</button>
</form>
<output aria-live="polite"></output>
<script src="/docs/extract.js"></script>
</body>
</html>
`;

export const extractScript = `"use strict";
const output = document.querySelector("output");
const element = (name, text, className) => {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
};

function show(data) {
  output.replaceChildren(
    element("div", data.code ?? "no code", "code"),
    element("p", data.code === null ? "No candidate reached " + data.threshold + " points." : "Confidence " + data.confidence.toFixed(2)),
    element("p", data.services.length === 0 ? "It names no service." : "Service: " + data.services.map((one) => one.name + " (" + one.confidence.toFixed(2) + ")").join(", ")),
  );
  if (data.candidates.length === 0) return;
  const table = element("table");
  const head = element("tr");
  head.append(element("th", "Candidate"), element("th", "Points"), element("th", "Why"));
  table.append(head);
  for (const candidate of data.candidates) {
    const row = element("tr");
    const why = element("ul");
    why.append(...candidate.reasons.map((reason) => element("li", (reason.points > 0 ? "+" : "") + reason.points + " " + reason.text)));
    const cell = element("td");
    cell.append(why);
    row.append(element("td", candidate.code), element("td", String(candidate.score)), cell);
    table.append(row);
  }
  output.append(table);
}

document.querySelector("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const value = (id) => document.getElementById(id).value;
  try {
    const response = await fetch("/account/api/v1/tools/extract", {
      method: "POST",
      headers: { authorization: "Bearer " + value("key").trim(), "content-type": "application/json" },
      body: JSON.stringify({ text: value("text"), ...(value("sender") ? { sender: value("sender") } : {}) }),
    });
    const answer = await response.json();
    if (answer.status === "success") show(answer.data);
    else output.replaceChildren(element("p", answer.message, "fault"));
  } catch {
    output.replaceChildren(element("p", "The server does not answer; try again.", "fault"));
  }
});
`;
