import assert from "node:assert/strict";
import { test } from "node:test";
import { startTestApp } from "../helpers/app.ts";
import { addOperator, goodPassword, openBrowser } from "../helpers/browser.ts";
import { perFile } from "../helpers/fixtures.ts";
import { toolFor } from "../helpers/tool.ts";

// Some decisions need two operators: they are added and removed on the command line.

const app = perFile(() => startTestApp());
const first = perFile(() => addOperator(app));
const tool = toolFor(app);

test("an operator is added, chooses another password first, works, and is signed out when removed; one always stays", async () => {
  const added = (await tool(["operator", "add", "ada", "--json"])).json as {
    username: string;
    password: string;
  };
  const taken = await tool(["operator", "add", "ADA", "--json"]);
  assert.deepEqual([taken.code, taken.error.code], [1, "username_taken"]);
  assert.equal((await tool(["operator", "add", "a b", "--json"])).error.code, "invalid_request");
  const ada = openBrowser(app);
  assert.equal((await ada.post("sign-in", { username: "ada", password: added.password })).status, 200);
  assert.equal((await ada.get("operator/overview")).body.code, "password_change_required");
  const change = { current: added.password, password: goodPassword };
  assert.equal((await ada.post("password/change", change)).status, 200);
  assert.equal((await ada.get("operator/overview")).status, 200);
  const listed = (await tool(["operator", "list", "--json"])).json as { username: string }[];
  assert.deepEqual(listed.map(({ username }) => username).toSorted(), ["ada", first.username].toSorted());
  assert.equal((await tool(["operator", "remove", "nobody", "--json"])).error.code, "operator_not_found");
  assert.equal((await tool(["operator", "remove", first.username])).code, 0);
  assert.equal((await tool(["operator", "remove", "ada", "--json"])).error.code, "last_operator");
  const actions = await app.db.rows<{ action: string }>(
    `select action from audit_log where action like 'operator.%' order by id`,
  );
  assert.deepEqual(
    actions.map(({ action }) => action),
    ["operator.add", "operator.remove"],
  );
  assert.equal((await ada.get("operator/overview")).status, 200);
  assert.equal((await tool(["operator", "add", "bob"])).code, 0);
  assert.equal((await tool(["operator", "remove", "ada"])).code, 0);
  assert.equal((await ada.get("operator/overview")).status, 401);
});
