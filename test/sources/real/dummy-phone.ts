import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** An SMS in the memory of Gammu's dummy phone. */
export interface PhoneSms {
  from: string;
  text: string;
  /** As the network writes it, without a zone: `20261128T103000`. */
  sent: string;
  /** In hex. */
  udh?: string;
  /** Bytes instead of a text, in hex. */
  binary?: string;
  class?: number;
}

/** The folder of Gammu's dummy phone ("Dummy driver"), whose memory is made of files. */
export function openDummyPhone(folder: string): { receive(sms: PhoneSms): void; config: string } {
  const memory = [
    "sms/1",
    "sms/2",
    "sms/3",
    "sms/4",
    "sms/5",
    "note",
    "todo",
    "calendar",
    "alarm",
    "fs",
    "pbk/ME",
  ];
  for (const place of [...memory, "pbk/SM", "arriving"]) mkdirSync(join(folder, place), { recursive: true });
  let count = 0;
  return {
    config: `[gammu]
model = dummy
connection = none
port = ${folder}
gammuloc = /dev/null
`,
    receive(sms) {
      const name = String(++count);
      writeFileSync(join(folder, "arriving", name), backupOf(sms));
      renameSync(join(folder, "arriving", name), join(folder, "sms/1", name));
    },
  };
}

/** An SMS in the format of Gammu's backups (gammu-smsbackup). */
function backupOf({ from, text, sent, udh, binary, class: ofClass = -1 }: PhoneSms): string {
  const hex = binary ?? Buffer.from(text, "utf16le").swap16().toString("hex");
  return `[SMSBackup000]
SMSC = "+2348030000000"
State = UnRead
Number = "${from}"
Name = ""
Sent = ${sent}
Text00 = ${hex.toUpperCase()}
Coding = ${binary === undefined ? "Unicode" : "8bit"}
Folder = 1
Length = ${binary === undefined ? text.length : hex.length / 2}
Class = ${ofClass}
ReplySMSC = False
RejectDuplicates = False
ReplaceMessage = 0
MessageReference = 0
${udh ? `UDH = ${udh.toUpperCase()}\n` : ""}`;
}
