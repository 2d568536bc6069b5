import { setTimeout as sleep } from "node:timers/promises";
import { connectTo } from "../../helpers/own-postgres.ts";
import type { Fault } from "../fault.ts";
import type { World } from "../world.ts";

/**
 * Kills PostgreSQL's postmaster and resolves when a new one answers: open connections may be served for a moment by
 * what the killed one left behind.
 */
async function killDatabase({ postmaster, connectionString }: World): Promise<void> {
  const killed = postmaster();
  process.kill(killed, "SIGKILL");
  for (const deadline = Date.now() + 60_000; ; await sleep(50)) {
    try {
      if (postmaster() === killed) throw new Error("PostgreSQL was not started again");
      const client = await connectTo(connectionString);
      return await client.end();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}

export const killServer: Fault = {
  name: "kill-server",
  sentence: "kill -9 of one of two server processes",
  rounds: 28,
  async inject({ servers }) {
    const server = servers[Math.floor(Math.random() * servers.length)];
    await server?.kill();
    await sleep(Math.random() * 500);
    await server?.start();
  },
};

export const killServers: Fault = {
  name: "kill-servers",
  sentence: "kill -9 of all server processes",
  rounds: 24,
  async inject({ servers }) {
    await Promise.all(servers.map((server) => server.kill()));
    await Promise.all(servers.map((server) => server.start()));
  },
};

export const killPostgres: Fault = {
  name: "kill-postgres",
  sentence: "kill -9 of PostgreSQL's postmaster; it is started again as the server does with its own",
  rounds: 26,
  inject: killDatabase,
};

export const killEverything: Fault = {
  name: "kill-everything",
  sentence: "kill -9 of both server processes and of PostgreSQL at once",
  rounds: 24,
  async inject(world) {
    const isBack = killDatabase(world);
    await Promise.all(world.servers.map((server) => server.kill()));
    await isBack;
    await Promise.all(world.servers.map((server) => server.start()));
  },
};

export const killEmbedded: Fault = {
  name: "kill-embedded",
  sentence: "kill -9 of a server with a database of its own and of that database at once, three times",
  rounds: 1,
  inject: (_world, { elsewhere }) =>
    elsewhere({ embedded: true }, async ({ servers: [server], postmaster }) => {
      for (let time = 0; time < 3; time++) {
        process.kill(postmaster(), "SIGKILL");
        await server?.kill();
        await server?.start();
        await sleep(700);
      }
    }),
};
