import type { ChildProcess } from "node:child_process";
import { once } from "node:events";

/** What a server process holds after its garbage was collected, in bytes. */
export interface Memory {
  resident: number;
  /** JavaScript's heap and the buffers beside it. */
  heap: number;
}

/** Options for a Node process that is to answer `askMemory`; the program in it is as it was. */
export const memoryProbe = ["--expose-gc", "--import", new URL("memory-probe.ts", import.meta.url).href];

export async function askMemory(child: ChildProcess): Promise<Memory> {
  child.send("memory?");
  const [answer] = (await once(child, "message")) as [Memory];
  return answer;
}
