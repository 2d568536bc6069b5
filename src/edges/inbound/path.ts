export type Read = (item: unknown, root: unknown) => unknown;

/**
 * A dotted path such as `data.to` or `results.0.id`, looked up in a message of the batch; a path that begins with
 * `$.` is looked up in the whole body. `[*]` at the end is allowed for lists. A field whose name contains the dots
 * takes precedence, because forms have no other way to nest.
 */
export function compilePath(path: string): Read {
  const { fromRoot, plain } = readPath(path);
  const steps = plain === "" ? [] : plain.split(".");
  return (item, root) => {
    const from = fromRoot ? root : item;
    return (steps.length > 1 ? own(from, plain) : undefined) ?? steps.reduce(own, from);
  };
}

/** The object where a path begins, and its steps separated by dots. */
export function readPath(path: string): { fromRoot: boolean; plain: string } {
  const fromRoot = path === "$" || /^\$[.[]/.test(path);
  const plain = path
    .replace(/^\$\.?/, "")
    .replace(/\[\*\]$/, "")
    .replaceAll(/\[(\d+)\]/g, ".$1");
  return { fromRoot, plain };
}

function own(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}
