import { createHmac } from "node:crypto";

const half = 0xffff;
const rounds = 4;

/**
 * A keyed permutation of 1 … 2^31-1: turns a sequence into ids that never repeat and do not reveal the next one. A
 * Feistel network over 32 bits; values outside the range are permuted again until they are inside, which keeps it a
 * permutation (Black and Rogaway, "Ciphers with Arbitrary Finite Domains", cycle walking).
 */
export function createPermutation(key: string): (sequence: number) => number {
  let tables: Uint16Array[] | undefined;
  const encipher = (value: number): number => {
    tables ??= Array.from({ length: rounds }, (_, round) => roundTable(key, round));
    let left = value >>> 16;
    let right = value & half;
    for (const table of tables) [left, right] = [right, left ^ (table[right] ?? 0)];
    return ((left << 16) | right) >>> 0;
  };
  return (sequence) => {
    if (!Number.isInteger(sequence) || sequence < 1 || sequence > 0x7fffffff) {
      throw new RangeError(`no id left for sequence ${sequence}`);
    }
    let id = encipher(sequence);
    while (id < 1 || id > 0x7fffffff) id = encipher(id);
    return id;
  };
}

/** The round function as a table: 65,536 values of 16 bits from HMAC-SHA256, made when the first id is needed. */
function roundTable(key: string, round: number): Uint16Array {
  const bytes = Buffer.concat(
    Array.from({ length: 4096 }, (_, block) =>
      createHmac("sha256", key).update(`${round}.${block}`).digest(),
    ),
  );
  return new Uint16Array(bytes.buffer, bytes.byteOffset, 65536);
}
