/** A trie in flat arrays: one probe of a hash table per letter, no objects on the way. */

/** Nodes are numbers, the root is 0. An edge's key is `node * 2^16 + letter`. */
export interface Trie<Entry> {
  mask: number;
  keys: Float64Array;
  targets: Int32Array;
  entries: readonly (readonly Entry[] | undefined)[];
}

/** A phrase, already folded, and what it means. */
export type Phrase<Entry> = readonly [units: readonly number[], entry: Entry];

const FREE = -1;
/** Slots per edge; three of four stay free, so most probes hit at once. */
const SPACE = 4;

/** Builds the trie. Entries that `same` calls equal are kept once per phrase. */
export function buildTrie<Entry>(
  phrases: readonly Phrase<Entry>[],
  same: (a: Entry, b: Entry) => boolean,
): Trie<Entry> {
  const edges = new Map<number, number>();
  const entries: (Entry[] | undefined)[] = [];
  for (const [units, entry] of phrases) {
    const node = addPath(edges, units);
    const here = (entries[node] ??= []);
    if (!here.some((other) => same(other, entry))) here.push(entry);
  }
  return { ...freeze(edges), entries };
}

function addPath(edges: Map<number, number>, units: readonly number[]): number {
  let node = 0;
  for (const unit of units) {
    const key = node * 0x10000 + unit;
    const next = edges.get(key) ?? edges.size + 1;
    edges.set(key, next);
    node = next;
  }
  return node;
}

function freeze(edges: ReadonlyMap<number, number>): {
  mask: number;
  keys: Float64Array;
  targets: Int32Array;
} {
  const size = 1 << Math.ceil(Math.log2(Math.max(2, edges.size * SPACE)));
  const keys = new Float64Array(size).fill(FREE);
  const targets = new Int32Array(size);
  for (const [key, target] of edges) {
    let slot = hash(key) & (size - 1);
    while (keys[slot] !== FREE) slot = (slot + 1) & (size - 1);
    keys[slot] = key;
    targets[slot] = target;
  }
  return { mask: size - 1, keys, targets };
}

/** The node one letter on, or -1. */
export function step<Entry>(trie: Trie<Entry>, node: number, unit: number): number {
  const key = node * 0x10000 + unit;
  for (let slot = hash(key) & trie.mask; ; slot = (slot + 1) & trie.mask) {
    const found = trie.keys[slot];
    if (found === key) return trie.targets[slot] as number;
    if (found === FREE) return -1;
  }
}

/** Mixes node and letter; keys stay below 2^40, so both halves are cheap to take. */
function hash(key: number): number {
  return Math.imul((key & 0x7fffffff) ^ Math.floor(key / 0x80000000), 0x9e3779b1) >>> 7;
}
