import { readRaw } from "../../../kit/raw-text.ts";
import type { InboundSms } from "../source-kind.ts";
import { toSms, type RawSms } from "../sms.ts";
import { readUdh, type Udh } from "../udh.ts";
import { textOf, type Coding } from "./data-coding.ts";
import { tags } from "./optional-fields.ts";
import type { Address, ShortMessage } from "./short-message.ts";

const names = {
  to: "destination_addr",
  from: "source_addr",
  text: "short_message",
  partReference: "sar_msg_ref_num",
  partTotal: "sar_total_segments",
  partNumber: "sar_segment_seqnum",
};

/** How a link's messages are read. */
export interface LinkReading extends Coding {
  readNumber: (text: string) => string | null;
}

/**
 * Reads an SMS that came over a link. Its part of a long message is named by the user data header, else by the
 * SAR fields. Null if it is for no number. Throws a Refusal if it cannot be filed under one.
 */
export function readMessage(message: ShortMessage, link: LinkReading): InboundSms | null {
  const { header, bytes } = splitHeader(message);
  const udh = readUdh(header.toString("hex"));
  const part = udh.part ?? sarPart(message.optional);
  const data = {
    bytes,
    headerBytes: header.length,
    isPart: part !== undefined,
    isForProgram: udh.isForProgram,
  };
  const raw: RawSms = {
    to: numberIn(message.to),
    from: asText(message.from),
    text: textOf(data, message.dataCoding, link),
    ...part,
  };
  return toSms(raw, names, link);
}

const hasHeader = 0x40;

/** A header that claims to be longer than all there is, is none. */
function splitHeader({ esmClass, userData }: ShortMessage): { header: Buffer; bytes: Buffer } {
  const length = (esmClass & hasHeader) !== 0 ? 1 + (userData[0] ?? 0) : 0;
  const end = length <= userData.length ? length : 0;
  return { header: userData.subarray(0, end), bytes: userData.subarray(end) };
}

/** Like in a user data header, a part that cannot be is passed over. */
function sarPart(optional: ShortMessage["optional"]): Udh["part"] {
  const number = (tag: number, bytes: number): number => {
    const value = optional.get(tag);
    return value?.length === bytes ? value.readUIntBE(0, bytes) : -1;
  };
  const reference = number(tags.sarReference, 2);
  const total = number(tags.sarTotal, 1);
  const part = number(tags.sarNumber, 1);
  if (reference < 0 || total < 2 || part < 1 || part > total) return undefined;
  // Not to be taken for the same reference in a header.
  return { partReference: `sar ${reference}`, partTotal: String(total), partNumber: String(part) };
}

const international = 1;

function numberIn(address: Address): string {
  const digits = asText(address);
  return address.ton === international && /^\d/.test(digits) ? `+${digits}` : digits;
}

const asText = ({ digits }: Address): string => readRaw([{ bytes: digits, charset: "auto" }]);
