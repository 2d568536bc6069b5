/** Something a client did, and when it was requested and answered. */
export interface Deed {
  name: string;
  from: number;
  to: number;
}

/** The data prove that one happened before the other: it wrote what the other read, or what the other overwrote. */
export interface Dependency {
  before: Deed;
  after: Deed;
  why: string;
}

interface Arrow {
  to: Node;
  why: string;
}
interface Node {
  name: string;
  arrows: Arrow[];
  state: "new" | "on the path" | "done";
}

/**
 * Looks for a cycle among operations, ordered by the data and by time (one was answered before the other began). If
 * there is none, all of them could have happened one after the other in an order that contradicts no client (strict
 * serializability, as in the graphs of Adya and Elle). Returns the cycle, or null.
 */
export function findCircle(deeds: Deed[], dependencies: Dependency[]): string[] | null {
  const nodes = new Map<Deed, Node>(
    deeds.map((deed) => [deed, { name: deed.name, arrows: [], state: "new" }]),
  );
  for (const { before, after, why } of dependencies) {
    const to = nodes.get(after);
    if (before !== after && to) nodes.get(before)?.arrows.push({ to, why });
  }
  addTime(nodes);
  for (const node of nodes.values()) {
    const circle = walk(node);
    if (circle) return circle;
  }
  return null;
}

/**
 * A chain of moments, one for each answer: an operation leads to the moment of its answer, which leads to everything
 * that began later.
 */
function addTime(nodes: Map<Deed, Node>): void {
  const answered = [...nodes].toSorted(([a], [b]) => a.to - b.to);
  const begun = [...nodes].toSorted(([a], [b]) => a.from - b.from);
  let moment: Node | undefined;
  let next = 0;
  for (const [{ from }, node] of begun) {
    for (; (answered[next]?.[0].to ?? Infinity) < from; next++) {
      const later: Node = { name: "", arrows: [], state: "new" };
      moment?.arrows.push({ to: later, why: "" });
      answered[next]?.[1].arrows.push({ to: later, why: "answered before" });
      moment = later;
    }
    moment?.arrows.push({ to: node, why: "" });
  }
}

/** Depth first, without recursion: a history is longer than a stack. */
function walk(start: Node): string[] | null {
  const path: { node: Node; next: number }[] = [];
  const enter = (node: Node): void => {
    node.state = "on the path";
    path.push({ node, next: 0 });
  };
  if (start.state === "new") enter(start);
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const arrow = top.node.arrows[top.next++];
    if (!arrow) {
      top.node.state = "done";
      path.pop();
    } else if (arrow.to.state === "on the path") {
      const circle = path.slice(path.findIndex(({ node }) => node === arrow.to));
      return circle.flatMap(({ node, next }) => {
        const { why } = node.arrows[next - 1] as Arrow;
        return [node.name, why].filter((text) => text !== "");
      });
    } else if (arrow.to.state === "new") enter(arrow.to);
  }
  return null;
}
