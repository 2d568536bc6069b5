interface JSON {
  /** ES2026 JSON.parse source text access: an object that JSON.stringify prints as `text`. */
  rawJSON(text: string): { rawJSON: string };
}
