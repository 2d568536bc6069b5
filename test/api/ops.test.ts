import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { parse } from "yaml";
import type { Command } from "commander";
import { createProgram } from "../../src/edges/cli/program.ts";
import { sourceKinds } from "../../src/edges/inbound/kinds.ts";
import { projectRoot } from "../../src/kit/paths.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { clientFor, rentBody } from "../helpers/client.ts";
import { rent, send } from "../helpers/orders.ts";
import { addSource } from "../helpers/stock.ts";
import { until } from "../helpers/until.ts";

const read = (path: string): string => readFileSync(join(projectRoot, path), "utf8");
const rulesFile = join(projectRoot, "ops", "alerts.yml");

interface Rule {
  alert: string;
  expr: string;
  labels: { severity: string };
  annotations: { summary: string; runbook: string };
}
const rules = (parse(read("ops/alerts.yml")) as { groups: { rules: Rule[] }[] }).groups.flatMap(
  (group) => group.rules,
);

interface Panel {
  title: string;
  targets?: { expr: string }[];
}
const panels = (JSON.parse(read("ops/grafana-dashboard.json")) as { panels: Panel[] }).panels;
const queries = panels.flatMap(({ title, targets = [] }) => targets.map(({ expr }) => ({ title, expr })));

let app: TestApp;
/** Every metric of a server at work, with the names of its labels. */
const figures = new Map<string, Set<string>>();
before(async () => {
  app = await startTestApp({ DATA_DIR: projectRoot });
  const { testKey } = await app.account();
  const client = clientFor(app, testKey);
  const order = await rent(client);
  await send(client, order, "Your WhatsApp code is 918273");
  await client.post("/rent", rentBody({ service: "test-no-numbers" }));
  await addSource(app);
  await app.db.rows(
    `insert into outcomes (pool_id, country, service_id, day, delivered, failed, seconds)
     select id, 'US', 1, current_date, 1, 1, array_fill(1, array[24]) from pools where supplier = 'sandbox'`,
  );
  // Jobs run for the first time shortly after the start.
  const scraped = await until(
    async () => (await fetch(`${app.url}/metrics`)).text(),
    (text) => text.includes("zapotp_job_failures_total{") && text.includes("zapotp_job_last_run_timestamp_"),
  );
  for (const line of scraped.split("\n")) {
    const [, name = "", labels = ""] = /^(\w+)(?:\{(.*)\})? \S+$/.exec(line) ?? [];
    const known = figures.get(name) ?? new Set();
    for (const [, label = ""] of labels.matchAll(/(\w+)="/g)) known.add(label);
    if (name !== "") figures.set(name, known);
  }
});
after(() => app.close());

/** Labels that the scrape adds. */
const ofTheScrape = ["instance", "job"];

test("every figure that an alert or a panel asks for is there, with the labels it asks by", () => {
  const asked = [...rules.map(({ alert, expr }) => ({ title: alert, expr })), ...queries];
  assert.ok(asked.length > 60);
  for (const { title, expr } of asked) {
    const names = [...expr.matchAll(/\b(zapotp_\w+|up)\b/g)].map(([name]) => name);
    assert.ok(names.length > 0, title);
    const labels = new Set(ofTheScrape);
    for (const name of names.filter((one) => one !== "up")) {
      assert.ok(figures.has(name), `${title}: there is no ${name}`);
      for (const label of figures.get(name) ?? []) labels.add(label);
    }
    const wanted = [
      ...[...expr.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, list = ""]) => list.split(/, */)),
      ...[...expr.matchAll(/(\w+)(?:=~|!~|!=|=)"/g)].map(([, label = ""]) => label),
    ];
    for (const label of wanted) assert.ok(labels.has(label), `${title}: no figure in it has ${label}`);
  }
});

test("every figure of ours is documented, and every documented one is there", () => {
  const documented = [...read("docs/metrics.md").matchAll(/^\| `(zapotp_\w+)`/gm)].map(
    ([, name = ""]) => name,
  );
  const base = (name: string): string => name.replace(/_(bucket|count|sum)$/, "");
  const ours = [...figures.keys()].map(base).filter((name) => !/^zapotp_(process|nodejs)_/.test(name));
  assert.deepEqual([...new Set(ours)].toSorted(), documented.toSorted());
});

test("the rules are rules to Prometheus", (t) => {
  for (const { alert, labels, annotations } of rules) {
    assert.match(alert, /^Zapotp[A-Z]\w+$/);
    assert.ok(["page", "ticket"].includes(labels.severity) && annotations.summary, alert);
  }
  assert.equal(new Set(rules.map(({ alert }) => alert)).size, rules.length);
  const checked = spawnSync("promtool", ["check", "rules", rulesFile], { encoding: "utf8" });
  if (checked.error) return t.diagnostic("promtool is not here: expressions were not parsed");
  assert.equal(checked.status, 0, checked.stdout + checked.stderr);
});

const runbook = read("docs/runbook.md");
const sections = runbook.split(/^## /m).slice(1);
/** A heading's anchor, as Markdown renderers create it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\w -]/g, "")
    .replaceAll(" ", "-");
const anchors = sections.map((section) => anchorOf(section.split("\n")[0] ?? ""));

test("every alert has its section of the runbook, and every section says how to see that it is over", () => {
  for (const { alert, annotations } of rules) {
    const [file, anchor = ""] = annotations.runbook.split("#");
    assert.equal(file, "docs/runbook.md", alert);
    const section = sections[anchors.indexOf(anchor)] ?? "";
    assert.ok(section !== "", `${alert}: docs/runbook.md has no section ${anchor}`);
    assert.ok(section.includes(`\`${alert}\``), `the section ${anchor} does not name ${alert}`);
  }
  for (const section of sections.filter((text) => text.includes("**Sign"))) {
    assert.match(section, /\*\*Over\*\* when/, section.split("\n")[0]);
  }
  for (const [, anchor = ""] of runbook.matchAll(/\]\(#([\w-]+)\)/g)) {
    assert.ok(anchors.includes(anchor), `#${anchor} leads nowhere`);
  }
  const named = [...runbook.matchAll(/`(Zapotp\w+)`/g)].map(([, name = ""]) => name);
  for (const name of named)
    assert.ok(
      rules.some(({ alert }) => alert === name),
      `there is no alert ${name}`,
    );
});

test("every command that the papers name exists, with its options", async () => {
  const program = await createProgram({ sourceKinds } as never, () => {});
  const papers = ["docs/runbook.md", "README.md"].map(read).join("\n");
  const calls = [...papers.matchAll(/npm run -s zapotp -- ([^`\n|]+)/g)].map(
    ([, call = ""]) => call.split(/ {2,}|#/)[0] ?? "",
  );
  assert.ok(calls.length > 40);
  for (const call of calls) {
    const words = call
      .replaceAll(/"[^"]*"/g, "TEXT")
      .trim()
      .split(/\s+/);
    let command = program;
    let depth = 0;
    for (let next = find(command, words[0]); next; next = find(command, words[++depth])) command = next;
    assert.ok(depth > 0, `there is no command ${call}`);
    assert.ok(command.commands.length === 0 || words.includes("--help"), `${call} is only a group`);
    const known = ["--help", "--json", ...command.options.map(({ long }) => long)];
    const options = words.filter((word) => word.startsWith("--"));
    // Kinds of sources add their own.
    if (!call.startsWith("source create"))
      for (const option of options) assert.ok(known.includes(option), `${call}: there is no ${option}`);
  }
});

const find = (command: Command, name = "") => command.commands.find((one) => one.name() === name);
