import type { KindOption } from "../../../domain/sources/kind.ts";
import { countryOption, timeZoneOption } from "../lines.ts";
import { textEncodings } from "./text-encoding.ts";

const field = (name: string, label: string, what: string, more: Partial<KindOption> = {}): KindOption => ({
  name: `fields.${name}`,
  label,
  help: `Where ${what} is, such as ${name === "to" ? "data.to" : name}.`,
  type: "text",
  ...more,
});
const seldom = { seldom: true };

/** The settings that an operator may give a generic source. */
export const genericOptions: readonly KindOption[] = [
  {
    name: "auth",
    label: "How the source proves itself",
    help: "header, basic and hmac use a secret that is made here; with none, whoever knows the address may send.",
    type: "choice",
    choices: ["header", "basic", "hmac", "none"],
    default: "header",
  },
  field("to", "Field of the receiving number", "the receiving number", { default: "to" }),
  field("from", "Field of the sender", "the sender", { default: "from" }),
  field("text", "Field of the text", "the text", { default: "text" }),
  field("id", "Field of the message’s id", "the source’s own id of the message", { default: "id" }),
  {
    name: "number",
    label: "Receiving number",
    help: "For a source that does not name it, such as a phone.",
    type: "text",
  },
  countryOption,
  field("timestamp", "Field of the time", "the carrier’s time", { default: "timestamp", ...seldom }),
  field("line", "Field of the line", "the line it came in on (a SIM, a slot, a port)", seldom),
  {
    name: "lines",
    label: "Numbers of its lines",
    help: "The number of each line, as NAME=NUMBER.",
    type: "numbers",
    ...seldom,
  },
  field("partReference", "Field of the parts’ reference", "the reference of a message in parts", seldom),
  field("partTotal", "Field of the number of parts", "the number of parts", seldom),
  field("partNumber", "Field of the part’s place", "the place of this part", seldom),
  {
    name: "items",
    label: "Field of the list",
    help: "Where the list of messages is, for sources that send several at once.",
    type: "text",
    ...seldom,
  },
  {
    name: "textEncoding",
    label: "Encoding of texts",
    help: "What texts are wrapped or written in; none: as they come, and recognized.",
    type: "choice",
    choices: textEncodings,
    default: "none",
    ...seldom,
  },
  { ...timeZoneOption, ...seldom },
];
