import assert from "node:assert/strict";
import type { Client } from "./client.ts";
import type { TestApp } from "./app.ts";
import { checkAnswer } from "./openapi.ts";
import { patienceSeconds } from "./until.ts";

export interface StreamEvent {
  id: number;
  event: string;
  data: Record<string, unknown>;
}

export interface EventStream {
  response: Response;
  /** The next events, this many; fails if they do not come in time. */
  take(count: number): Promise<StreamEvent[]>;
  /** Events that arrived within the time and were not taken. */
  rest(milliseconds: number): Promise<StreamEvent[]>;
  close(): void;
  /** Resolves when the server, or `close`, has ended it. */
  ended: Promise<void>;
}

/** Follows /events as an EventSource on somebody's page would. */
export async function openStream(
  app: TestApp,
  /** A key's owner, or a member by the cookie of their session. */
  client: Client | { cookie: string } | null,
  { query = {}, lastEventId }: { query?: Record<string, string>; lastEventId?: number } = {},
): Promise<EventStream> {
  const abort = new AbortController();
  const headers: Record<string, string> = { origin: "https://renter.example" };
  if (client && "key" in client) headers["authorization"] = `Bearer ${client.key}`;
  else if (client) Object.assign(headers, { cookie: `zap_session=${client.cookie}`, origin: app.url });
  if (lastEventId !== undefined) headers["last-event-id"] = String(lastEventId);
  const response = await fetch(`${app.url}/account/api/v1/events?${new URLSearchParams(query)}`, {
    headers,
    signal: abort.signal,
  });
  assert.equal(response.status, 200);
  await checkAnswer(app.url, "/events", "GET", {
    status: 200,
    headers: response.headers,
    text: "",
    body: undefined,
  });
  const events: StreamEvent[] = [];
  let came = (): void => {};
  const ended = read(response, (event) => {
    events.push(event);
    came();
  });

  async function take(count: number): Promise<StreamEvent[]> {
    const deadline = performance.now() + patienceSeconds * 1000;
    while (events.length < count) {
      assert.ok(performance.now() < deadline, `only ${events.length} of ${count} events came`);
      await new Promise<void>((resolve) => {
        came = resolve;
        setTimeout(resolve, 200);
      });
    }
    return events.splice(0, count);
  }
  return {
    response,
    take,
    async rest(milliseconds) {
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      return events.splice(0);
    },
    close: () => abort.abort(),
    ended,
  };
}

async function read(response: Response, tell: (event: StreamEvent) => void): Promise<void> {
  let text = "";
  try {
    for await (const chunk of (response.body as ReadableStream<Uint8Array>).pipeThrough(
      new TextDecoderStream(),
    )) {
      const blocks = (text + chunk).split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) {
        const field = (name: string): string | undefined =>
          new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1];
        const data = field("data");
        if (data) tell({ id: Number(field("id")), event: field("event") ?? "", data: JSON.parse(data) });
      }
    }
  } catch (error) {
    if ((error as Error).name !== "AbortError") throw error;
  }
}
