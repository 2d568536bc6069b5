import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import assert from "node:assert/strict";
import { appendFileSync } from "node:fs";

interface Operation {
  operationId: string;
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>;
}
interface Document {
  components: object;
  paths: Record<string, Record<string, Operation>>;
}

const documents = new Map<string, Promise<Document>>();
const ajv = new Ajv2020({ strict: false });
formats.default(ajv);
const validators = new Map<string, ReturnType<typeof ajv.compile>>();

async function load(url: string): Promise<Document> {
  return (await (await fetch(`${url}/openapi.json`)).json()) as Document;
}

/** A schema of the document with the schemas it refers to. */
export const withComponents = (schema: object, { components }: { components: object }): object => ({
  allOf: [schema],
  components,
});

/**
 * Checks an answer against the OpenAPI document of the server that gave it: the status must be documented, the body
 * must match, an error's code must be listed for that status. What was seen is written to the file named by
 * OPENAPI_SEEN, for the test that every operation was tested.
 */
export async function checkAnswer(
  url: string,
  path: string,
  method: string,
  answer: { status: number; headers: Headers; text: string; body: unknown },
): Promise<void> {
  if (!documents.has(url)) documents.set(url, load(url));
  const document = (await documents.get(url)) as Document;
  const operation = document.paths[path]?.[method.toLowerCase()];
  if (!operation) return;
  const response = operation.responses[answer.status];
  assert.ok(
    response,
    `${operation.operationId} answered ${answer.status}, which is not documented: ${answer.text.slice(0, 300)}`,
  );
  if (process.env["OPENAPI_SEEN"])
    appendFileSync(process.env["OPENAPI_SEEN"], `${operation.operationId} ${answer.status}\n`);
  const schema = response.content?.["application/json"]?.schema;
  if (!schema || answer.body === undefined) return;
  const name = `${operation.operationId} ${answer.status}`;
  if (!validators.has(name)) validators.set(name, ajv.compile(withComponents(schema, document)));
  const validate = validators.get(name) as ReturnType<typeof ajv.compile>;
  assert.ok(
    validate(answer.body),
    `${name} is not as documented: ${ajv.errorsText(validate.errors)} in ${answer.text.slice(0, 300)}`,
  );
  const { code } = answer.body as { code?: string };
  if (code)
    assert.ok(response.description.includes(`\`${code}\``), `${name} does not document the code ${code}`);
}
