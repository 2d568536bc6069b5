import { headerBytes, PduFault, statuses } from "./pdu.ts";

/** The longest message that SMS knows takes 39 kB; no PDU of ours or theirs is longer than this. */
const maxBytes = 65_536;

/**
 * Cuts a stream into PDUs by the length that each begins with. Throws a PduFault at an impossible length, after
 * the PDUs before it: where the next one begins is then unknown, so the connection is of no more use.
 */
export function createFrameReader(): (chunk: Buffer) => Generator<Buffer> {
  let chunks: Buffer[] = [];
  let held = 0;
  let wanted: number | null = null;

  return function* (chunk) {
    chunks.push(chunk);
    held += chunk.length;
    while (held >= (wanted ?? 4)) {
      const bytes = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
      chunks = [bytes];
      wanted ??= checkLength(bytes.readUInt32BE(0));
      if (held < wanted) break;
      const frame = bytes.subarray(0, wanted);
      chunks = [bytes.subarray(wanted)];
      held -= wanted;
      wanted = null;
      yield frame;
    }
  };
}

function checkLength(length: number): number {
  if (length >= headerBytes && length <= maxBytes) return length;
  throw new PduFault(
    statuses.commandLength,
    `a PDU claims ${length} bytes, and may have ${headerBytes} to ${maxBytes}`,
  );
}
