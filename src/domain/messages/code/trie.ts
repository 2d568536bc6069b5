/** A trie in flat arrays: one probe of a hash table per letter, no objects on the way. */

const LOAD = 4;

/** Grows while the vocabulary is compiled, then is only read. Node 0 is the root. */
export class Trie<Entry> {
  private nodes = 1;
  private children = new Map<number, number>();
  private readonly entries: (Entry[] | undefined)[] = [];
  private mask = 0;
  private keys = new Float64Array(0);
  private targets = new Int32Array(0);

  /** Adds one phrase, already folded. `merge` keeps its entries free of doubles. */
  add(units: readonly number[], entry: Entry, same: (other: Entry) => boolean): void {
    let node = 0;
    for (const unit of units) {
      const key = node * 0x10000 + unit;
      let next = this.children.get(key);
      if (next === undefined) this.children.set(key, (next = this.nodes++));
      node = next;
    }
    const entries = (this.entries[node] ??= []);
    if (!entries.some(same)) entries.push(entry);
  }

  /** Moves the edges into the flat table; call once after the last `add`. */
  freeze(): this {
    const size = 1 << Math.ceil(Math.log2(Math.max(2, this.children.size * LOAD)));
    this.mask = size - 1;
    this.keys = new Float64Array(size).fill(-1);
    this.targets = new Int32Array(size);
    for (const [key, target] of this.children) {
      let slot = hash(key) & this.mask;
      while (this.keys[slot] !== -1) slot = (slot + 1) & this.mask;
      this.keys[slot] = key;
      this.targets[slot] = target;
    }
    this.children = new Map();
    return this;
  }

  /** The node one letter on, or -1. */
  step(node: number, unit: number): number {
    const key = node * 0x10000 + unit;
    let slot = hash(key) & this.mask;
    for (;;) {
      const found = this.keys[slot];
      if (found === key) return this.targets[slot] as number;
      if (found === -1 || found === undefined) return -1;
      slot = (slot + 1) & this.mask;
    }
  }

  entriesAt(node: number): readonly Entry[] | undefined {
    return this.entries[node];
  }
}

/** Mixes node and letter; keys stay below 2^40, so both halves are cheap to take. */
function hash(key: number): number {
  const low = key & 0x7fffffff;
  return Math.imul(low ^ Math.floor(key / 0x80000000), 0x9e3779b1) >>> 7;
}
