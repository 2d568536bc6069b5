/** What could be a code by its shape, and what is clearly something else. */
import type { Chunk } from "./chunks.ts";
import type { Candidate } from "./candidate.ts";
import { bare } from "./candidate.ts";
import { findChunks } from "./chunks.ts";
import { otherReading } from "./masks.ts";
import { fromChunk } from "./pieces.ts";

/** More numbers than this are a table, not a message; the first and the last of them are kept. */
const MAX_CANDIDATES = 32;

export function findCandidates(folded: string, isCapital: (index: number) => boolean): Candidate[] {
  const chunks = findChunks(folded);
  const found: Candidate[] = [];
  for (let i = 0; i < chunks.length; i++) {
    const joined = spacedRun(folded, chunks, i) ?? spacedGroups(folded, chunks, i);
    if (joined) {
      if (joined.candidate) found.push(joined.candidate);
      i += joined.chunks - 1;
    } else fromChunk(folded, chunks[i] as Chunk, isCapital, found);
  }
  return found.length <= MAX_CANDIDATES ? found : [...found.slice(0, 24), ...found.slice(-8)];
}

/** `candidate` is null for a run of groups that is a phone number or a meter's token. */
interface Joined {
  candidate: Candidate | null;
  chunks: number;
}

/** `k 4 t w 9 e`: four to ten single characters, one blank apart (Austrian mobile signature). */
function spacedRun(folded: string, chunks: readonly Chunk[], first: number): Joined | null {
  let last = first;
  let digits = 0;
  for (; last < chunks.length; last++) {
    const chunk = chunks[last] as Chunk;
    if (chunk.end - chunk.start !== 1) break;
    if (last > first && !isBlankBetween(folded, chunks[last - 1] as Chunk, chunk)) break;
    digits += chunk.digits;
  }
  const count = last - first;
  if (count > 10) return { candidate: null, chunks: count };
  if (count < 4 || digits === 0) return null;
  const start = (chunks[first] as Chunk).start;
  const end = (chunks[last - 1] as Chunk).end;
  return {
    candidate: { kind: "spaced", lead: start, start, end, plain: bare(folded.slice(start, end)) },
    chunks: count,
  };
}

/** `123 456`, `1234 5678`, `12 34 56`: equal groups, with no further group beside them (that is a phone number). */
function spacedGroups(folded: string, chunks: readonly Chunk[], first: number): Joined | null {
  const size = pureSize(chunks[first]);
  if (size < 2 || size > 4) return null;
  let last = first + 1;
  while (
    last < chunks.length &&
    pureSize(chunks[last]) > 0 &&
    isBlankBetween(folded, chunks[last - 1] as Chunk, chunks[last] as Chunk)
  )
    last++;
  const group = chunks.slice(first, last);
  if (group.length < 2) return null;
  const start = (group[0] as Chunk).start;
  const end = (group.at(-1) as Chunk).end;
  const isTwoPairs = size === 2 && group.length === 2;
  if (!(isTwoPairs || group.length === (size === 2 ? 3 : 2)) || group.some((c) => pureSize(c) !== size)) {
    return group.length > 2 ? { candidate: null, chunks: group.length } : null;
  }
  if (otherReading(folded, start, end)) return null;
  return {
    candidate: {
      kind: isTwoPairs ? "pairs" : "grouped",
      lead: start,
      start,
      end,
      plain: bare(folded.slice(start, end)),
    },
    chunks: group.length,
  };
}

function pureSize(chunk: Chunk | undefined): number {
  return chunk && !chunk.path && chunk.digits === chunk.end - chunk.start ? chunk.digits : 0;
}

function isBlankBetween(folded: string, left: Chunk, right: Chunk): boolean {
  return right.start - left.end === 1 && folded[left.end] === " ";
}
