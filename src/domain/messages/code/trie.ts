/** A trie in flat arrays, small enough to stay in the processor's cache while messages are read. */

/**
 * Nodes are numbers, the root is 0. The children of node `n` are the slots `first[n]` to `first[n + 1]`, sorted by
 * letter: `letters[slot]` leads to `targets[slot]`. The root, asked most, has a table by letter.
 */
export interface Trie<Entry> {
  root: Int32Array;
  first: Int32Array;
  letters: Uint16Array;
  targets: Int32Array;
  entries: readonly (readonly Entry[] | undefined)[];
}

/** A phrase, already folded, and what it means. */
export type Phrase<Entry> = readonly [units: readonly number[], entry: Entry];

interface Draft<Entry> {
  next: Map<number, Draft<Entry>>;
  entries: Entry[];
}

/** Builds the trie. `join` adds an entry to those of the same phrase. */
export function buildTrie<Entry>(
  phrases: readonly Phrase<Entry>[],
  join: (entries: Entry[], entry: Entry) => void,
): Trie<Entry> {
  const root: Draft<Entry> = { next: new Map(), entries: [] };
  for (const [units, entry] of phrases) {
    let node = root;
    for (const unit of units) {
      const next = node.next.get(unit) ?? { next: new Map(), entries: [] };
      node.next.set(unit, next);
      node = next;
    }
    join(node.entries, entry);
  }
  return flatten(root);
}

/** Numbers the nodes level by level, so that the children of one stand side by side. */
function flatten<Entry>(draft: Draft<Entry>): Trie<Entry> {
  const nodes = [draft];
  const first: number[] = [];
  const letters: number[] = [];
  const targets: number[] = [];
  for (const node of nodes) {
    first.push(letters.length);
    for (const [letter, child] of [...node.next].toSorted(([a], [b]) => a - b)) {
      letters.push(letter);
      targets.push(nodes.length);
      nodes.push(child);
    }
  }
  first.push(letters.length);
  const root = new Int32Array(0x10000).fill(-1);
  for (let slot = 0; slot < (first[1] as number); slot++)
    root[letters[slot] as number] = targets[slot] as number;
  return {
    root,
    first: Int32Array.from(first),
    letters: Uint16Array.from(letters),
    targets: Int32Array.from(targets),
    entries: nodes.map(({ entries }) => (entries.length > 0 ? entries : undefined)),
  };
}

/** The node one letter on, or -1. */
export function step<Entry>(trie: Trie<Entry>, node: number, unit: number): number {
  if (node === 0) return trie.root[unit] as number;
  let low = trie.first[node] as number;
  let high = trie.first[node + 1] as number;
  while (high - low > 4) {
    const middle = (low + high) >> 1;
    if ((trie.letters[middle] as number) <= unit) low = middle;
    else high = middle;
  }
  for (; low < high; low++) if (trie.letters[low] === unit) return trie.targets[low] as number;
  return -1;
}
