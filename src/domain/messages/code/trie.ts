/** A trie in flat arrays, small enough to stay in the processor's cache while messages are read. */

/**
 * A node is the place of its two numbers in `nodes`: its letter with three flags (has children, ends a phrase, is a
 * fork), then the distance to its next sibling. Nodes are in depth-first order, so the letters of a phrase are
 * adjacent and the first child of a node is the node after it. First letters have a table, and so do second letters,
 * which have the most siblings: `pairs` is a hash table of both letters, each followed by its node. Deeper down, a
 * node with many children is a fork: its children are far apart, so `forks` is a hash table of node and child.
 */
export interface Trie<Entry> {
  nodes: Int32Array;
  root: Int32Array;
  pairs: Int32Array;
  forks: Int32Array;
  ends: ReadonlyMap<number, readonly Entry[]>;
}

const CHILDREN = 1;
const ENDS = 2;
const FORK = 4;
const LETTER = 3;
const SIZE = 2;

/** A phrase, already folded, and what it means. */
export type Phrase<Entry> = readonly [phrase: string, entry: Entry];

/** Builds the trie. `join` merges an entry with others of the same phrase. */
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
  const phrases = [...meanings.keys()].toSorted();
  const space = new Int32Array(SIZE * phrases.reduce((letters, phrase) => letters + phrase.length, 0));
  const ends = new Map<number, Entry[]>();
  /** The node of every letter of the previous phrase. */
  const path: number[] = [];
  let before = "";
  let size = 0;
  for (const phrase of phrases) {
    const shared = sharedLetters(before, phrase);
    const sibling = shared < before.length ? (path[shared] as number) : -1;
    if (sibling >= 0) space[sibling + 1] = size - sibling;
    if (shared > 0) flag(space, path[shared - 1] as number, CHILDREN);
    for (let depth = shared; depth < phrase.length; depth++) {
      space[size] = (phrase.charCodeAt(depth) << LETTER) | (depth + 1 < phrase.length ? CHILDREN : 0);
      path[depth] = size;
      size += SIZE;
    }
    const end = path[phrase.length - 1] as number;
    flag(space, end, ENDS);
    ends.set(end, meanings.get(phrase) as Entry[]);
    before = phrase;
  }
  const nodes = space.slice(0, size);
  return { nodes, ...tablesOf(nodes), forks: forksOf(nodes), ends };
}

function sharedLetters(one: string, other: string): number {
  let count = 0;
  while (count < one.length && one.charCodeAt(count) === other.charCodeAt(count)) count++;
  return count;
}

function flag(nodes: Int32Array, node: number, bit: number): void {
  nodes[node] = (nodes[node] as number) | bit;
}

/** A power of two, about twice the number of pairs. */
const PAIRS = 1 << 13;

function tablesOf(nodes: Int32Array): Pick<Trie<never>, "root" | "pairs"> {
  const root = new Int32Array(0x10000).fill(-1);
  const pairs = new Int32Array(2 * PAIRS).fill(-1);
  for (const first of siblingsFrom(nodes, 0)) {
    const letter = (nodes[first] as number) >> LETTER;
    root[letter] = first;
    if (((nodes[first] as number) & CHILDREN) === 0) continue;
    for (const second of siblingsFrom(nodes, first + SIZE)) {
      const pair = pairOf(letter, (nodes[second] as number) >> LETTER);
      let slot = slotOf(pair);
      while (pairs[slot] !== -1) slot = (slot + 2) % (2 * PAIRS);
      pairs[slot] = pair;
      pairs[slot + 1] = second;
    }
  }
  return { root, pairs };
}

/** Up to this many siblings, walking is as fast as looking up. */
const FEW = 3;

function forksOf(nodes: Int32Array): Int32Array {
  let edges = 0;
  for (let node = 0; node < nodes.length; node += SIZE) {
    const children = childrenOf(nodes, node);
    if (children <= FEW) continue;
    flag(nodes, node, FORK);
    edges += children;
  }
  const forks = new Int32Array(2 ** Math.ceil(Math.log2(4 * edges + 4))).fill(-1);
  for (let node = 0; node < nodes.length; node += SIZE) {
    if (((nodes[node] as number) & FORK) === 0) continue;
    for (const child of siblingsFrom(nodes, node + SIZE)) {
      let slot = slotOfEdge(forks, node, (nodes[child] as number) >> LETTER);
      while (forks[slot] !== -1) slot = (slot + 2) % forks.length;
      forks[slot] = node;
      forks[slot + 1] = child;
    }
  }
  return forks;
}

function childrenOf(nodes: Int32Array, node: number): number {
  if (((nodes[node] as number) & CHILDREN) === 0) return 0;
  let count = 1;
  for (let child = node + SIZE; nodes[child + 1] !== 0; child += nodes[child + 1] as number) count++;
  return count;
}

function slotOfEdge(forks: Int32Array, node: number, letter: number): number {
  const hash = Math.imul(node ^ Math.imul(letter, 0x85ebca6b), 0x9e3779b1);
  return ((hash >>> 8) << 1) & (forks.length - 1);
}

function* siblingsFrom(nodes: Int32Array, first: number): Generator<number> {
  for (let node = first; node < nodes.length;) {
    yield node;
    const distance = nodes[node + 1] as number;
    if (distance === 0) return;
    node += distance;
  }
}

function pairOf(first: number, second: number): number {
  return (first << 16) | second;
}

function slotOf(pair: number): number {
  return (Math.imul(pair, 0x9e3779b1) >>> 19) << 1;
}

/** The node of a phrase's first letter, or -1. */
export function begin<Entry>({ root }: Trie<Entry>, letter: number): number {
  return root[letter] as number;
}

/** The node of a phrase's first two letters, or -1. */
export function enter<Entry>({ pairs }: Trie<Entry>, first: number, second: number): number {
  const pair = pairOf(first, second);
  for (let slot = slotOf(pair); ; slot = (slot + 2) % (2 * PAIRS)) {
    if (pairs[slot] === pair) return pairs[slot + 1] as number;
    if (pairs[slot] === -1) return -1;
  }
}

/** The node for one more letter, or -1. */
export function step<Entry>({ nodes, forks }: Trie<Entry>, node: number, letter: number): number {
  const flags = nodes[node] as number;
  if ((flags & CHILDREN) === 0) return -1;
  if ((flags & FORK) !== 0) return stepInFork(nodes, forks, node, letter);
  for (let child = node + SIZE; ;) {
    const here = (nodes[child] as number) >> LETTER;
    if (here === letter) return child;
    const distance = nodes[child + 1] as number;
    if (distance === 0 || here > letter) return -1;
    child += distance;
  }
}

function stepInFork(nodes: Int32Array, forks: Int32Array, node: number, letter: number): number {
  for (let slot = slotOfEdge(forks, node, letter); ; slot = (slot + 2) & (forks.length - 1)) {
    const parent = forks[slot] as number;
    if (parent === -1) return -1;
    const child = forks[slot + 1] as number;
    if (parent === node && (nodes[child] as number) >> LETTER === letter) return child;
  }
}

/** The meaning of the phrase that ends at a node; undefined if none does. */
export function meaningAt<Entry>({ nodes, ends }: Trie<Entry>, node: number): readonly Entry[] | undefined {
  return ((nodes[node] as number) & ENDS) === 0 ? undefined : ends.get(node);
}
