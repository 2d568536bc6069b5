/** The GSM 7-bit default alphabet, by septet (3GPP TS 23.038, 6.2.1). */
const basic =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\x1bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

/** Its extension table: what follows an escape (6.2.1.1). */
const extension = new Map(
  Object.entries({
    0x0a: "\f",
    0x14: "^",
    0x28: "{",
    0x29: "}",
    0x2f: "\\",
    0x3c: "[",
    0x3d: "~",
    0x3e: "]",
    0x40: "|",
    0x65: "€",
  }).map(([septet, character]) => [Number(septet), character]),
);

const escape = 0x1b;

/**
 * Decodes septets, one a byte. A septet that the extension table lacks is read as in the basic one, as the standard asks
 * for; an escape at the very end says nothing.
 */
export function decodeGsm7(septets: Uint8Array): string {
  let text = "";
  let isEscaped = false;
  for (const septet of septets) {
    if (septet === escape && !isEscaped) {
      isEscaped = true;
      continue;
    }
    const plain = septet === escape ? " " : (basic[septet] ?? "\ufffd"); // 6.2.1.1, note 1: two escapes are a space.
    text += isEscaped ? (extension.get(septet) ?? plain) : plain;
    isEscaped = false;
  }
  return text;
}

/**
 * Unpacks septets that lie side by side in bytes, the lowest bits first (3GPP TS 23.038, 6.1.2.1), after `skipBits`.
 * Seven bits left over at the end are filling if they are zero, because the number of septets is not known.
 */
export function unpackSeptets(packed: Uint8Array, skipBits = 0): Buffer {
  const count = Math.max(0, Math.floor((packed.length * 8 - skipBits) / 7));
  const septets = Buffer.alloc(count);
  for (let place = 0; place < count; place++) {
    const bit = skipBits + place * 7;
    const two = ((packed[(bit >> 3) + 1] ?? 0) << 8) | (packed[bit >> 3] ?? 0);
    septets[place] = (two >> (bit & 7)) & 0x7f;
  }
  const isFilled = (packed.length * 8 - skipBits) % 7 === 0 && septets.at(-1) === 0;
  return isFilled ? septets.subarray(0, -1) : septets;
}
