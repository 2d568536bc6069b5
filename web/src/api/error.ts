import { refusalText } from "../texts/refusals.ts";

/** A refusal of the server, or no answer at all (`offline`). */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly field: string | undefined;
  readonly details: Record<string, unknown>;

  constructor(status: number, body: Record<string, unknown>) {
    const code = typeof body["code"] === "string" ? body["code"] : "internal";
    const said = typeof body["message"] === "string" ? body["message"] : `HTTP ${status}`;
    super((status === 0 ? undefined : refusalText(code, body)) ?? said);
    this.status = status;
    this.code = code;
    this.field = typeof body["field"] === "string" ? body["field"] : undefined;
    this.details = body;
  }
}

export const isApiError = (error: unknown, ...codes: string[]): error is ApiError =>
  error instanceof ApiError && (codes.length === 0 || codes.includes(error.code));
