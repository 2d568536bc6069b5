import { createFieldReader } from "./fields.ts";
import { readOptionalFields, tags } from "./optional-fields.ts";
import { commands, statuses, type Pdu } from "./pdu.ts";

export interface Address {
  /** The type of number: 1 is international, 2 national, 5 a name. */
  ton: number;
  digits: Buffer;
}

/** What a deliver_sm or a data_sm carries, before anything in it is decoded. */
export interface ShortMessage {
  from: Address;
  to: Address;
  esmClass: number;
  dataCoding: number;
  /** The user data, with its header if esm_class says that it has one. */
  userData: Buffer;
  optional: ReadonlyMap<number, Buffer>;
}

/** Reads the body of a deliver_sm (SMPP 3.4, 4.6.1) or a data_sm (4.7.1). Throws a PduFault. */
export function readShortMessage({ command, body }: Pdu): ShortMessage {
  const field = createFieldReader(body);
  const address = (name: string): Address => {
    const ton = field.byte(`${name}_ton`);
    field.byte(`${name}_npi`);
    return { ton, digits: field.text(name) };
  };
  field.text("service_type");
  const from = address("source_addr");
  const to = address("destination_addr");
  const esmClass = field.byte("esm_class");
  if (command === commands.dataSm) {
    field.byte("registered_delivery");
    const dataCoding = field.byte("data_coding");
    const optional = readOptionalFields(field.rest());
    return { from, to, esmClass, dataCoding, userData: payloadOf(optional), optional };
  }
  for (const name of ["protocol_id", "priority_flag"]) field.byte(name);
  for (const name of ["schedule_delivery_time", "validity_period"]) field.text(name);
  for (const name of ["registered_delivery", "replace_if_present_flag"]) field.byte(name);
  const dataCoding = field.byte("data_coding");
  field.byte("sm_default_msg_id");
  const short = field.bytes(field.byte("sm_length"), "short_message", statuses.messageLength);
  const optional = readOptionalFields(field.rest());
  return {
    from,
    to,
    esmClass,
    dataCoding,
    userData: short.length > 0 ? short : payloadOf(optional),
    optional,
  };
}

const payloadOf = (optional: ReadonlyMap<number, Buffer>): Buffer =>
  optional.get(tags.payload) ?? Buffer.alloc(0);

/** The types of message in esm_class that tell of one of ours (SMPP 3.4, 5.2.12). */
const reports = new Set([
  0x04, // A delivery receipt.
  0x08, // The recipient's phone acknowledges it,
  0x10, // or its owner does.
  0x18, // A conversation is broken off (Korean CDMA).
  0x20, // It is on its way.
]);

/** Whether it is a receipt or an acknowledgement, and no SMS that somebody wrote. */
export const isReport = ({ esmClass }: ShortMessage): boolean => reports.has(esmClass & 0x3c);
