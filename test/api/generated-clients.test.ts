import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { projectRoot } from "../../src/kit/paths.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { clientFor } from "../helpers/client.ts";
import { rent } from "../helpers/orders.ts";

// What other tools make of the OpenAPI document: two client generators, and Postman's own converter.

const modules = join(projectRoot, "node_modules");
/** Inside the project, so that generated code finds the packages it imports. */
const folder = join(modules, ".cache", `generated-clients-${process.pid}`);
const documentFile = join(folder, "openapi.json");

let app: TestApp;
let source: string;
before(async () => {
  app = await startTestApp({ SANDBOX_MESSAGE_SECONDS: "1000" });
  source = await (await fetch(`${app.url}/openapi.json`)).text();
  mkdirSync(folder, { recursive: true });
  writeFileSync(documentFile, source);
});
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  await app.close();
});

function run(script: string, args: string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(modules, script), ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  assert.equal(status, 0, `${script}: ${stdout}${stderr}`);
}

/** Models that programs need by name; all others are also in the document. */
const models = ["User", "Country", "Service", "Pool", "Order", "Message", "Sms", "Error"];
const choices = ["OrderStatus", "SmsStatus", "ErrorCode", "Provider"];

const generators: [name: string, entry: string, generate: (name: string) => void][] = [
  [
    "openapi-typescript-codegen",
    "openapi-typescript-codegen/index.ts",
    (name) =>
      run("openapi-typescript-codegen/bin/index.js", [
        "--useUnionTypes",
        "--input",
        documentFile,
        "--output",
        join(folder, name),
      ]),
  ],
  [
    "oazapfts",
    "oazapfts.ts",
    (name) => run("oazapfts/dist/cli.js", [documentFile, join(folder, `${name}.ts`)]),
  ],
];

/** Each model is used by its name: a client in which one is missing does not compile. */
const usage = (entry: string): string => `
import type { ${[...models, ...choices].map((name) => `${name} as ${name}Model`).join(", ")} } from "./${entry}";
const status: OrderStatusModel = "FINISHED";
const code: ErrorCodeModel = "no_numbers";
const read = (order: OrderModel): OrderStatusModel => order.status;
const texts = (sms: SmsModel): (string | null)[] => sms.messages.map((message: MessageModel) => message.text);
const codeOf = (error: ErrorModel): ErrorCodeModel => error.code;
// @ts-expect-error: no status is called so, which the types know.
const wrong: OrderStatusModel = "OPEN";
export type All = ${models.map((name) => `${name}Model`).join(" | ")} | ProviderModel | SmsStatusModel;
export default { status, code, read, texts, codeOf, wrong };
`;

for (const [name, entry, generate] of generators)
  test(`${name} makes a client that compiles, with models of these names, and puts no key into an address`, () => {
    generate(name);
    writeFileSync(join(folder, `use-${name}.ts`), usage(entry));
    const compilerOptions = {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      allowImportingTsExtensions: true,
      target: "esnext",
      module: "esnext",
      moduleResolution: "bundler",
      lib: ["esnext", "dom", "dom.iterable"],
      types: [],
    };
    const project = join(folder, `${name}.json`);
    writeFileSync(project, JSON.stringify({ compilerOptions, files: [`use-${name}.ts`] }));
    run("typescript/bin/tsc", ["-p", project]);
    for (const file of globSync(`${name}{.ts,/**/*.ts}`, { cwd: folder })) {
      const code = readFileSync(join(folder, file), "utf8").replaceAll(/\/\*.*?\*\//gs, "");
      assert.doesNotMatch(code, /\bapi_key\b/, file);
    }
  });

test("clients send the key as a bearer; that an address can hold it is described, and no client does it", () => {
  const { security, components } = JSON.parse(source) as {
    security: object[];
    components: { securitySchemes: Record<string, { scheme: string; description: string }> };
  };
  assert.deepEqual(security, [{ bearer: [] }]);
  assert.equal(components.securitySchemes["bearer"]?.scheme, "bearer");
  assert.match(components.securitySchemes["bearer"].description, /`api_key`/);
});

interface PostmanItem {
  name: string;
  item?: PostmanItem[];
  request?: {
    method: string;
    url: { path: string[]; query: { key: string; value: string }[] };
    body?: { mode?: string; raw?: string };
  };
}

async function postmanCollection(): Promise<{ auth: { type: string }; item: PostmanItem[] }> {
  const { convertV2 } = createRequire(import.meta.url)("openapi-to-postmanv2") as {
    convertV2: (input: object, options: object, done: (error: unknown, result: unknown) => void) => void;
  };
  const convert = promisify(convertV2) as (input: object, options: object) => Promise<unknown>;
  const result = await convert({ type: "string", data: source }, { parametersResolution: "Example" });
  const { output } = result as { output: { data: Awaited<ReturnType<typeof postmanCollection>> }[] };
  return output[0]?.data as Awaited<ReturnType<typeof postmanCollection>>;
}

const requestsOf = (item: PostmanItem): PostmanItem[] => (item.item ? item.item.flatMap(requestsOf) : [item]);

test("what Postman imports runs as it is, but for the id of an order and the number", async () => {
  const { auth, item } = await postmanCollection();
  assert.equal(auth.type, "bearer");
  const client = clientFor(app, (await app.account()).testKey);
  const requests = item.flatMap(requestsOf).filter(({ name }) => name !== "Stream events");
  assert.equal(requests.length, 12);
  for (const { name, request } of requests) {
    if (!request) continue;
    const order = await rent(client, { service: name === "Buy number" ? "telegram" : "whatsapp" });
    if (name === "Finish an order")
      await client.post("/sandbox/sms", { to: order.number, text: "code 1234" });
    const fill = (text: string): string =>
      text.replaceAll("12345678", order.order_id).replaceAll("15550123456", order.number);
    const query = Object.fromEntries(request.url.query.map(({ key, value }) => [key, fill(String(value))]));
    delete query["wait"];
    const { status, text } = await client(`/${request.url.path.join("/")}`, {
      method: request.method,
      query,
      ...(request.body?.raw
        ? { raw: fill(request.body.raw), headers: { "content-type": "application/json" } }
        : {}),
    });
    assert.equal(request.body?.mode, request.method === "POST" ? "raw" : undefined, name);
    assert.equal(status, 200, `${name}: ${text}`);
  }
});
