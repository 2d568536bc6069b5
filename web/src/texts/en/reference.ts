export const reference = {
  title: "API reference",
  lead: "Every call of the API, with samples that run.",
  navigation: "Reference",
  operations: "Operations",
  more: "More",
  errors: "Errors",
  models: "Models",
  download: "OpenAPI document",
  postman: "Import it into Postman, or make a client of it with any OpenAPI generator.",
  baseUrl: "Base URL",
  key: "API key for the samples",
  keyHint: "It is put into the samples below, stays in this page and is never stored.",
  keyPlaceholder: "zap_test_…",
  createKey: "Create a key on the API page",
  parameters: "Parameters",
  body: "Body",
  bodyHint: "JSON, or a form with the same fields.",
  answers: "Answers",
  required: "required",
  header: "header",
  sample: (name: string) => `${name}: sample`,
  arrayOf: "list of ",
  or: " or ",
  oneOf: "one of",
  format: (name: string) => (name === "date-time" ? "RFC 3339 time" : name),
  range: (least: number | undefined, most: number | undefined) =>
    least !== undefined && most !== undefined
      ? `${least} to ${most}`
      : least !== undefined
        ? `from ${least}`
        : `up to ${most}`,
  example: "Example:",
};
