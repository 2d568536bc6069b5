import { randomUUID } from "node:crypto";
import { holdLinks, leaseSeconds, releaseLinks } from "../../domain/sources/links/hold-links.ts";
import { openSettings } from "../../domain/sources/sealed-settings.ts";
import type { SourceByToken } from "../../domain/sources/source.ts";
import type { Clock } from "../../kit/clock.ts";
import type { Db } from "../../kit/db.ts";
import type { Logger } from "../../kit/log.ts";
import type { Sealer } from "../../kit/seal.ts";
import { openTables, tableTimes } from "./gammu-tables/open-tables.ts";
import { checkTables } from "./gammu-tables/settings.ts";
import { linkTimes, openLink, type Link } from "./smpp/link.ts";
import { checkLink } from "./smpp/settings.ts";
import { openReports } from "./report-links.ts";
import { takeIn, type TakeInDeps } from "./take-in.ts";
import type { InboundSms } from "./source-kind.ts";

export interface LinksDeps extends TakeInDeps {
  db: Db;
  clock: Clock;
  log: Logger;
  sealer: Sealer;
}

export interface Links {
  /** Extends what this process holds, and takes over what nobody holds; called every two seconds. */
  hold(): Promise<void>;
  /** Unbinds every link, so that another process may take them at once. */
  close(): Promise<void>;
}

interface Held {
  settingsSealed: Buffer;
  link: Link;
  isClosing: boolean;
}

/** How long before its lease ends a process lets go. */
const marginSeconds = 1;

type OpenLink = (sourceId: number, settings: unknown) => Link;

/** How a link of each kind is opened. */
function openersOf(deps: LinksDeps): ReadonlyMap<string, OpenLink> {
  const takeAll = (sourceId: number, messages: InboundSms[]) => takeIn(deps, sourceId, messages);
  const take = (sourceId: number, sms: InboundSms) => takeAll(sourceId, [sms]);
  const noteFault = (sourceId: number, fault: string): void => deps.heard.noteFault(sourceId, fault);
  const ofSmpp = { ...deps, take, noteFault, times: linkTimes, random: Math.random };
  const ofTables = { ...deps, takeAll, noteFault, times: tableTimes };
  return new Map<string, OpenLink>([
    ["smpp", (id, settings) => openLink(id, checkLink(settings), ofSmpp)],
    ["gammu-tables", (id, settings) => openTables(id, checkTables(settings), ofTables)],
  ]);
}

/**
 * The links of this process: the sources that are connected to from here, instead of calling. Carriers allow few binds,
 * so over all processes each link has one owner, by a lease in the database. An owner that cannot extend its lease lets go of the links before another process may take them.
 */
export function openLinks(deps: LinksDeps): Links {
  const owner = randomUUID();
  const links = new Map<number, Held>();
  const report = openReports(deps);
  const openers = openersOf(deps);
  let lapse: NodeJS.Timeout | undefined;

  function open(source: SourceByToken): void {
    const { id, settingsSealed } = source;
    try {
      const link = openers.get(source.kind)?.(id, openSettings(deps.sealer, source));
      if (!link) return;
      links.set(id, { settingsSealed, link, isClosing: false });
    } catch (error) {
      deps.log.error({ err: error as Error, sourceId: id }, "the settings of a link cannot be used");
    }
  }

  /** It stays listed until it is gone, so that it is not bound twice. */
  async function close(id: number, held: Held): Promise<void> {
    held.isClosing = true;
    await held.link.close();
    if (links.get(id) === held) links.delete(id);
  }

  /** Closes links that are retired or taken over, or whose settings have changed, and opens those that are missing. */
  function update(sources: SourceByToken[]): void {
    const wanted = new Map(sources.map((source) => [source.id, source]));
    for (const [id, held] of links) {
      const isSame = wanted.get(id)?.settingsSealed.equals(held.settingsSealed) ?? false;
      if (!isSame && !held.isClosing) void close(id, held);
    }
    for (const source of sources) if (!links.has(source.id)) open(source);
  }

  function letGo(): void {
    if (links.size > 0) deps.log.error("links are closed: their lease could not be extended");
    for (const { link } of links.values()) link.abort();
    links.clear();
  }

  return {
    async hold() {
      const until = performance.now() + (leaseSeconds - marginSeconds) * 1000;
      const states = [...links].map(([sourceId, { link }]) => ({ sourceId, ...link.state() }));
      const sources = await holdLinks(deps, { owner, kinds: [...openers.keys()], states });
      clearTimeout(lapse);
      lapse = setTimeout(letGo, until - performance.now());
      update(sources);
      await report([...links].map(([sourceId, { link }]) => ({ sourceId, ...link.state() })));
    },
    async close() {
      clearTimeout(lapse);
      await Promise.all([...links].map(([id, held]) => close(id, held)));
      await releaseLinks(deps, owner);
    },
  };
}
