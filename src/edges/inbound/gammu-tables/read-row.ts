import type { RawText } from "../../../kit/raw-text.ts";
import { fromHex, textOfBinary } from "../binary.ts";
import { toSms, type Reading } from "../sms.ts";
import type { InboundSms } from "../source-kind.ts";
import { readUdh, type Udh } from "../udh.ts";
import type { InboxRow } from "./sql.ts";

const names = {
  to: "RecipientID",
  line: "RecipientID",
  from: "SenderNumber",
  text: "Text",
  partReference: "UDH",
  partTotal: "UDH",
  partNumber: "UDH",
};
/** An answer of the network to a code that was dialled (USSD), which smsd keeps like an SMS. */
const ussd = 127;

/**
 * Reads a row; null if it is no SMS. smsd writes the parts of a long one as they came, and the whole into the first one's
 * `TextDecoded`, which is not used: parts are put together here, so those of any gateway are treated alike.
 */
export function readRow(row: InboxRow, reading: Reading): InboundSms | null {
  if (row.class === ussd) return null;
  const udh = readUdh(row.udh);
  return toSms(
    {
      // Ids begin anew if somebody empties the table, hence the time.
      id: `${row.id} ${row.at}`,
      to: undefined,
      line: row.phone,
      from: row.sender,
      timestamp: row.at,
      ...udh.part,
      text: textOf(row, udh),
    },
    names,
    reading,
  );
}

function textOf({ text, coding }: InboxRow, { part, isForProgram }: Udh): RawText {
  const bytes = fromHex(text, names.text);
  if (coding === "8bit") return textOfBinary(bytes, { isPart: part !== undefined, isForProgram });
  return { bytes, charset: "utf-16be" };
}
