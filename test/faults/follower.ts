import { request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { patienceSeconds } from "./ask.ts";
import { noteShown, type Account, type Record } from "./record.ts";

interface Event {
  id: number;
  type: string;
  data: { order_id?: string; message?: { text: string | null } | null };
}

/** A consumer of a wallet's events that loses its stream occasionally, and resumes after the last event it saw. */
export interface Follower {
  account: Account;
  /** The events it saw, by number: the type and the order. */
  seen: Map<number, string>;
  lastId(): number;
  stop(): void;
}

const pauseMilliseconds = 100;

export function follow(ports: () => number[], account: Account, record: Record): Follower {
  const seen = new Map<number, string>();
  let last = 0;
  let stopped = false;
  let end = (): void => {};

  function take({ id, type, data }: Event): void {
    const name = `${type} ${data.order_id ?? ""}`;
    const known = seen.get(id);
    if (id > last + 1)
      record.violations.push(
        `${account.name} (${account.mode}): event ${last + 1} was left out before ${id}`,
      );
    if (known !== undefined && known !== name)
      record.violations.push(`${account.name}: event ${id} was "${known}" and is "${name}"`);
    seen.set(id, name);
    last = Math.max(last, id);
    if (data.message && data.order_id) noteShown(record, account, data.order_id, [data.message]);
  }

  async function run(): Promise<void> {
    for (let turn = 0; !stopped; turn++) {
      const list = ports();
      // A consumer that crashed has an older id than that of the last event it saw.
      const from = Math.random() < 0.3 ? Math.max(0, last - 5) : last;
      const connection = read(list[turn % list.length] as number, account.key, from, take);
      end = connection.end;
      const why = await connection.ended;
      if (why === "silent")
        record.violations.push(
          `an event stream was silent for ${patienceSeconds} s without its sign of life`,
        );
      if (!stopped) await sleep(pauseMilliseconds);
    }
  }
  void run();
  return {
    account,
    seen,
    lastId: () => last,
    stop() {
      stopped = true;
      end();
    },
  };
}

/** Reads a stream until it ends; half of them are dropped at some moment within twenty seconds. */
function read(
  port: number,
  key: string,
  lastEventId: number,
  take: (event: Event) => void,
): { ended: Promise<"ended" | "silent">; end: () => void } {
  let end = (): void => {};
  const ended = new Promise<"ended" | "silent">((resolve) => {
    let text = "";
    let silence: NodeJS.Timeout | undefined;
    const outgoing = request({
      host: "127.0.0.1",
      port,
      path: "/account/api/v1/events",
      agent: false,
      headers: { authorization: `Bearer ${key}`, "last-event-id": String(lastEventId) },
    });
    const drop = setTimeout(() => Math.random() < 0.5 && outgoing.destroy(), 500 + Math.random() * 20_000);
    const alive = (): void => {
      clearTimeout(silence);
      silence = setTimeout(() => {
        resolve("silent");
        outgoing.destroy();
      }, patienceSeconds * 1000);
    };
    end = () => void outgoing.destroy();
    alive();
    outgoing.on("response", (incoming) => {
      incoming.setEncoding("utf8");
      incoming.on("error", () => {});
      incoming.on("data", (chunk: string) => {
        alive();
        const blocks = (text + chunk).split("\n\n");
        text = blocks.pop() ?? "";
        for (const block of blocks) parse(block, take);
      });
    });
    outgoing.on("error", () => {});
    outgoing.on("close", () => {
      clearTimeout(drop);
      clearTimeout(silence);
      resolve("ended");
    });
    outgoing.end();
  });
  return { ended, end };
}

function parse(block: string, take: (event: Event) => void): void {
  const id = /^id: (\d+)$/m.exec(block)?.[1];
  const type = /^event: (.+)$/m.exec(block)?.[1];
  const data = /^data: (.+)$/m.exec(block)?.[1];
  if (id && type && data) take({ id: Number(id), type, data: JSON.parse(data) as Event["data"] });
}
