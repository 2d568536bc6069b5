import { connect, createServer, type Socket } from "node:net";

/** A proxy between the servers and PostgreSQL that disturbs the traffic. */
export interface Proxy {
  port: number;
  /** Closes every connection; new ones work. */
  cut(): void;
  /** Accepts no connections and closes the existing ones, until `heal`. */
  refuse(): void;
  /** Adds this latency in each direction. */
  delay(milliseconds: number): void;
  /** Existing connections stay open but never carry anything again; new ones work. */
  freeze(): void;
  /** Connections are accepted and stay open, but none carries anything any more. */
  silence(): void;
  /** The number of connections. */
  connections(): number;
  heal(): void;
  close(): Promise<void>;
}

interface Pair {
  near: Socket;
  far: Socket;
  frozen: boolean;
}

export async function startProxy(target: { host: string; port: number }): Promise<Proxy> {
  const pairs = new Set<Pair>();
  let delayMilliseconds = 0;
  let refusing = false;
  let silent = false;

  const end = (pair: Pair): void => {
    pairs.delete(pair);
    pair.near.destroy();
    pair.far.destroy();
  };
  function join(pair: Pair): void {
    const pass = (from: Socket, to: Socket): void => {
      from.setNoDelay(true);
      from.on("data", (chunk) => {
        const write = (): void => void (!pair.frozen && to.writable && to.write(chunk));
        if (delayMilliseconds > 0) setTimeout(write, delayMilliseconds);
        else write();
      });
      from.on("error", () => {});
      // A frozen pair hides each end from the other, like a network that has forgotten the connection.
      from.on("close", () => !pair.frozen && end(pair));
    };
    pass(pair.near, pair.far);
    pass(pair.far, pair.near);
  }

  const server = createServer({ allowHalfOpen: true }, (near) => {
    if (refusing) return near.destroy();
    const pair = { near, far: connect(target), frozen: silent };
    pairs.add(pair);
    join(pair);
    near.on("end", () => !pair.frozen && near.end());
    return undefined;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const cut = (): void => [...pairs].forEach(end);
  return {
    port: (server.address() as { port: number }).port,
    cut,
    refuse() {
      refusing = true;
      cut();
    },
    connections: () => pairs.size,
    delay: (milliseconds) => void (delayMilliseconds = milliseconds),
    freeze: () => pairs.forEach((pair) => (pair.frozen = true)),
    silence() {
      silent = true;
      pairs.forEach((pair) => (pair.frozen = true));
    },
    heal() {
      [refusing, silent] = [false, false];
      delayMilliseconds = 0;
      [...pairs].filter(({ frozen }) => frozen).forEach(end);
    },
    close() {
      cut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
