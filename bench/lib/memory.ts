import type { ChildProcess } from "node:child_process";
import { once } from "node:events";

/** The memory of a server process after garbage collection, in bytes. */
export interface Memory {
  resident: number;
  /** JavaScript's heap and the buffers outside it. */
  heap: number;
}

/** Options for a Node process that answers `askMemory`; the program in it is unchanged. */
export const memoryProbe = ["--expose-gc", "--import", new URL("memory-probe.ts", import.meta.url).href];

export async function askMemory(child: ChildProcess): Promise<Memory> {
  child.send("memory?");
  const [answer] = (await once(child, "message")) as [Memory];
  return answer;
}
