import { ApiError } from "../../../api/error.ts";
import { headersFor } from "../../../api/client.ts";
import type { ImportReport } from "#answers/operator/numbers.ts";
import { stock as stockTexts } from "../../../texts/stock.ts";
import { t } from "../../../texts/t.ts";

interface Import {
  pool: number;
  csv: string;
  dry_run: boolean;
}

/**
 * Sends numbers and follows the answer, which arrives line by line: how many lines were read so far, the report last.
 * Aborting stops the import; numbers already added stay.
 */
export async function sendImport(
  body: Import,
  onRead: (read: number) => void,
  signal: AbortSignal,
): Promise<ImportReport> {
  const response = await fetch("/dashboard/api/operator/numbers/import", {
    method: "POST",
    credentials: "same-origin",
    headers: { ...headersFor(), accept: "application/x-ndjson", "content-type": "application/json" },
    body: JSON.stringify(body),
    signal,
  }).catch(() => {
    throw new ApiError(0, {
      code: "offline",
      message: signal.aborted ? stockTexts.stopped : t.errors.offline,
    });
  });
  if (!response.ok) throw new ApiError(response.status, (await response.json()) as Record<string, unknown>);
  for await (const line of linesOf(response)) {
    const told = JSON.parse(line) as { status: string; read: number; data: ImportReport };
    if (told.status === "success") return told.data;
    onRead(told.read);
  }
  throw new ApiError(0, { code: "offline", message: stockTexts.brokenOff });
}

async function* linesOf({ body }: Response): AsyncGenerator<string> {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done) break;
    const lines = (rest + value).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}
