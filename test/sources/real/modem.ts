import { once } from "node:events";
import { createServer, type AddressInfo, type Socket } from "node:net";

/** An SMS that a modem has received, as its network delivers it (3GPP TS 23.040, 9.2.2.1). */
export interface ModemSms {
  /** A name, or digits with country code. */
  from: string;
  text?: string;
  /** Bytes instead of a text, in hex. */
  binary?: string;
  /** The user data header, in hex. */
  udh?: string;
  /** The network's time; written in UTC. */
  at: Date;
}

export interface Modem {
  /** As smsd.conf names a modem behind a network. */
  device: string;
  receive(sms: ModemSms): void;
  stop(): Promise<void>;
}

/** A modem that speaks as much of AT commands (3GPP TS 27.005, 27.007) as reading its memory takes. */
export async function startModem(): Promise<Modem> {
  const memory = new Map<number, string>();
  const sockets = new Set<Socket>();
  let count = 0;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    let rest = "";
    socket.on("data", (chunk) => {
      const lines = (rest + chunk.toString("latin1")).split(/[\r\n]/);
      rest = lines.pop() ?? "";
      for (const line of lines) if (line.trim() !== "") socket.write(answer(line.trim(), memory));
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    device: `@127.0.0.1:${(server.address() as AddressInfo).port}`,
    receive: (sms) => void memory.set(++count, pduOf(sms)),
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

function answer(line: string, memory: Map<number, string>): string {
  const ok = (text = ""): string => `${text === "" ? "" : `\r\n${text}\r\n`}\r\nOK\r\n`;
  const [, command = "", place = ""] = /^AT\+(CMGR|CMGD)=(\d+)/.exec(line) ?? [];
  const pdu = memory.get(Number(place));
  if (command === "CMGD") memory.delete(Number(place));
  if (command === "CMGR") return ok(pdu && `+CMGR: 0,,${pdu.length / 2 - 1}\r\n${pdu}`);
  if (line.includes("CPIN?")) return ok("+CPIN: READY");
  if (line.includes("CSQ")) return ok("+CSQ: 20,99");
  if (line.includes("CREG?")) return ok("+CREG: 0,1");
  if (line.includes("CIMI")) return ok("621301234567890");
  if (line.includes("CGSN")) return ok("356938035643809");
  // smsd asks for the places one by one until it has seen as many as are used.
  const used = `"SM",${memory.size},200`;
  return line.includes("CPMS") ? ok(`+CPMS: ${used},${used},${used}`) : ok();
}

const octet = (value: number): string => value.toString(16).padStart(2, "0");
/** Digits in pairs, each pair the other way round. */
const swapped = (digits: string): string =>
  (digits.length % 2 ? `${digits}F` : digits).replaceAll(/(.)(.)/g, "$2$1");

function pduOf({ from, text = "", binary, udh = "", at }: ModemSms): string {
  const address = /^\d/.test(from)
    ? octet(from.length) + "91" + swapped(from)
    : octet(Math.ceil((from.length * 7) / 4)) + "D0" + packed(from);
  const content = udh + (binary ?? Buffer.from(text, "utf16le").swap16().toString("hex"));
  const time = `${swapped(at.toISOString().slice(2, 19).replaceAll(/\D/g, ""))}00`;
  const first = udh === "" ? "04" : "44";
  const coding = binary === undefined ? "08" : "04";
  return `00${first}${address}00${coding}${time}${octet(content.length / 2)}${content}`.toUpperCase();
}

/** Septets of the GSM alphabet, of letters that it has where ASCII does. */
function packed(text: string): string {
  let bits = "";
  for (const character of text) bits = character.charCodeAt(0).toString(2).padStart(7, "0") + bits;
  bits = bits.padStart(Math.ceil(bits.length / 8) * 8, "0");
  const octets = bits.match(/.{8}/g) ?? [];
  return octets
    .toReversed()
    .map((one) => octet(Number.parseInt(one, 2)))
    .join("");
}
