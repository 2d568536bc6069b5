import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** A connection to the database that can be cut and restored. */
export interface Line {
  connectionString: string;
  /** Breaks every connection and accepts no new ones. */
  cut(): Promise<void>;
  mend(): Promise<void>;
}

export async function openLine(connectionString: string): Promise<Line> {
  const target = new URL(connectionString);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.pipe(other);
      socket.on("error", () => other.destroy());
      socket.on("close", () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  const listen = (port: number): Promise<void> =>
    new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const through = new URL(connectionString);
  through.host = `127.0.0.1:${port}`;
  return {
    connectionString: through.href,
    cut: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
    mend: () => listen(port),
  };
}
