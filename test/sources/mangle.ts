import type { CarrierCall } from "./carrier.ts";

const oddValues: unknown[] = [
  null,
  true,
  -1,
  1e308,
  2 ** 63,
  "",
  "\0",
  "\ud800",
  "x".repeat(70_000),
  "9".repeat(400),
  "%zz",
  "0x10",
  "2026-99-99T99:99:99Z",
  "+",
  "whatsapp:",
  [],
  [[]],
  {},
  { length: 1 },
  { toString: 1 },
];
const oddBytes = [
  "\0",
  "%zz",
  "{",
  "}",
  "[",
  "]",
  '"',
  "&",
  "=",
  "null",
  "\xff\xfe",
  "\xed\xa0\x80",
  "\r\n--",
  "__proto__",
];

/** Makes calls that are wrong in one to three ways, the same ones for the same seed. */
export function mangler(seed: number): (call: CarrierCall) => CarrierCall {
  let state = seed >>> 0 || 1;
  const next = (below: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % Math.max(below, 1);
  };
  const one = <T>(list: readonly T[]): T => list[next(list.length)] as T;

  const bytes = (text: string): string => {
    const [start, length] = [next(text.length), next(8)];
    const [before, piece, rest] = [
      text.slice(0, start),
      text.slice(start, start + length),
      text.slice(start + length),
    ];
    return [before + rest, before + piece + piece + rest, before + one(oddBytes) + rest][next(3)] ?? "";
  };

  function value(within: unknown): unknown {
    if (typeof within !== "object" || within === null || next(4) === 0) return one(oddValues);
    const [key] = [one(Object.keys(within))];
    if (key === undefined) return one(oddValues);
    const copy: Record<string, unknown> | unknown[] = Array.isArray(within) ? [...within] : { ...within };
    Object.assign(copy, { [key]: value((within as Record<string, unknown>)[key]) });
    return copy;
  }

  function fields(form: string): string {
    const params = new URLSearchParams(form);
    const name = one([...params.keys()]);
    if (next(3) === 0) params.delete(name ?? "");
    else if (next(2) === 0)
      params.append(name ?? "x", String(one(oddValues.filter((odd) => typeof odd !== "object"))));
    else params.set(name ?? "x", String(one(oddValues.filter((odd) => typeof odd !== "object"))));
    return params.toString();
  }

  const once = (text: string): string => {
    if (next(2) === 0) return bytes(text);
    const json = parsed(text);
    return json === undefined ? fields(text) : JSON.stringify(value(json));
  };

  return ({ query, body, ...call }) => {
    const times = 1 + next(3);
    const all = (text: string): string =>
      Array.from({ length: times }).reduce<string>((made) => once(made), text);
    if (query !== undefined) return { ...call, query: all(query) };
    return { ...call, body: all(Buffer.from(body ?? "").toString()) };
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
