/** What refusals are told by, under the server's error codes; a function gets what else the answer says. */
export type Sentences = Record<string, string | ((details: Record<string, unknown>) => string)>;
