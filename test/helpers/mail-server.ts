import { createServer, type AddressInfo } from "node:net";

export interface MailServer {
  url: string;
  /** The accepted messages, as they came over the wire. */
  letters: string[];
  /** Messages are rejected temporarily until this is reset. */
  refuse: boolean;
  close(): void;
}

/** A mail server that accepts everything: as much of SMTP (RFC 5321) as a sender needs. */
export async function startMailServer(): Promise<MailServer> {
  const sockets = new Set<{ destroy(): void }>();
  const self: MailServer = { url: "", letters: [], refuse: false, close: () => {} };
  const server = createServer((socket) => {
    sockets.add(socket);
    let letter: string | null = null;
    socket.write("220 test ESMTP\r\n");
    socket.on("error", () => {});
    let rest = "";
    socket.on("data", (chunk: Buffer) => {
      const lines = (rest + chunk.toString("utf8")).split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        if (letter !== null && line !== ".") letter += `${line}\n`;
        else if (letter !== null) {
          self.letters.push(letter);
          letter = null;
          socket.write("250 taken\r\n");
        } else if (self.refuse && line.startsWith("MAIL")) socket.write("451 not now\r\n");
        else if (line === "DATA") {
          letter = "";
          socket.write("354 go on\r\n");
        } else socket.write(line === "QUIT" ? "221 bye\r\n" : "250 ok\r\n");
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  self.url = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  self.close = () => {
    sockets.forEach((socket) => socket.destroy());
    server.close();
  };
  return self;
}
