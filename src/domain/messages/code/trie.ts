/** A trie in flat arrays, small enough to stay in the processor's cache while messages are read. */

/**
 * Nodes are numbers in the order of a depth-first walk, so that the letters of a phrase lie side by side: the first
 * child of a node is the node after it. `next` holds the distance to the next sibling and, in the lowest bits, whether
 * a phrase ends here and whether there are children; `ends` what such a phrase means. First letters have a table, and so have the
 * second ones, which have the most siblings: `pairs` is a hash table of both letters, each followed by its node.
 */
export interface Trie<Entry> extends Nodes {
  root: Int32Array;
  pairs: Int32Array;
  ends: ReadonlyMap<number, readonly Entry[]>;
}

interface Nodes {
  letters: Uint16Array;
  next: Int32Array;
}

const CHILDREN = 1;
const ENDS = 2;
const DISTANCE = 2;

/** A phrase, already folded, and what it means. */
export type Phrase<Entry> = readonly [phrase: string, entry: Entry];

/** Builds the trie. `join` adds an entry to those of the same phrase. */
export function buildTrie<Entry>(
  phrases: readonly Phrase<Entry>[],
  join: (entries: Entry[], entry: Entry) => void,
): Trie<Entry> {
  const meanings = new Map<string, Entry[]>();
  for (const [phrase, entry] of phrases) {
    const entries = meanings.get(phrase);
    if (entries) join(entries, entry);
    else meanings.set(phrase, [entry]);
  }
  return flatten(meanings);
}

function flatten<Entry>(meanings: ReadonlyMap<string, Entry[]>): Trie<Entry> {
  const letters: number[] = [];
  const next: number[] = [];
  const ends = new Map<number, Entry[]>();
  /** The node of every letter of the phrase before. */
  const path: number[] = [];
  let before = "";
  for (const phrase of [...meanings.keys()].toSorted()) {
    let depth = 0;
    while (depth < before.length && phrase[depth] === before[depth]) depth++;
    const sibling = path[depth];
    if (sibling !== undefined)
      next[sibling] = (next[sibling] as number) | ((letters.length - sibling) << DISTANCE);
    path.length = depth;
    for (; depth < phrase.length; depth++) {
      const parent = path.at(-1);
      if (parent !== undefined) next[parent] = (next[parent] as number) | CHILDREN;
      path.push(letters.length);
      letters.push(phrase.charCodeAt(depth));
      next.push(0);
    }
    const end = path.at(-1) as number;
    next[end] = (next[end] as number) | ENDS;
    ends.set(end, meanings.get(phrase) as Entry[]);
    before = phrase;
  }
  const nodes: Nodes = { letters: Uint16Array.from(letters), next: Int32Array.from(next) };
  return { ...nodes, ...tablesOf(nodes), ends };
}

/** A power of two, several times as many as there are pairs. */
const PAIRS = 1 << 15;

function tablesOf(nodes: Nodes): Pick<Trie<never>, "root" | "pairs"> {
  const root = new Int32Array(0x10000).fill(-1);
  const pairs = new Int32Array(2 * PAIRS).fill(-1);
  for (const first of siblingsFrom(nodes, 0)) {
    const letter = nodes.letters[first] as number;
    root[letter] = first;
    if (((nodes.next[first] as number) & CHILDREN) === 0) continue;
    for (const second of siblingsFrom(nodes, first + 1)) {
      const pair = pairOf(letter, nodes.letters[second] as number);
      let slot = slotOf(pair);
      while (pairs[slot] !== -1) slot = (slot + 2) % (2 * PAIRS);
      pairs[slot] = pair;
      pairs[slot + 1] = second;
    }
  }
  return { root, pairs };
}

function* siblingsFrom({ letters, next }: Nodes, first: number): Generator<number> {
  for (let node = first; node < letters.length;) {
    yield node;
    const distance = (next[node] as number) >> DISTANCE;
    if (distance === 0) return;
    node += distance;
  }
}

function pairOf(first: number, second: number): number {
  return (first << 16) | second;
}

function slotOf(pair: number): number {
  return (Math.imul(pair, 0x9e3779b1) >>> 17) << 1;
}

/** The node of a phrase's first two letters, or -1. */
export function enter<Entry>({ pairs }: Trie<Entry>, first: number, second: number): number {
  const pair = pairOf(first, second);
  for (let slot = slotOf(pair); ; slot = (slot + 2) % (2 * PAIRS)) {
    if (pairs[slot] === pair) return pairs[slot + 1] as number;
    if (pairs[slot] === -1) return -1;
  }
}

/** The node one letter on, or -1. */
export function step<Entry>({ letters, next }: Trie<Entry>, node: number, unit: number): number {
  if (((next[node] as number) & CHILDREN) === 0) return -1;
  for (let child = node + 1; ;) {
    const letter = letters[child] as number;
    if (letter === unit) return child;
    const distance = (next[child] as number) >> DISTANCE;
    if (distance === 0 || letter > unit) return -1;
    child += distance;
  }
}

/** What the phrase means that ends at a node; undefined where none does. */
export function meaningAt<Entry>({ next, ends }: Trie<Entry>, node: number): readonly Entry[] | undefined {
  return ((next[node] as number) & ENDS) === 0 ? undefined : ends.get(node);
}
