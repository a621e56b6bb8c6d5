import "server-only";
import { createHash } from "node:crypto";
import path from "node:path";
import { isolatedProcess } from "@/lib/integrations/files/isolated/isolated-process";
import type { VendorCall } from "@/lib/integrations/http/ask-vendor";
import {
  type CalendarReading,
  type CalendarRequest,
  type SignedIn,
  type Source,
  SourceError,
  type SourceSession,
} from "@/lib/integrations/source-ports";
import { feedUrl } from "./feed-url";
import { type FeedAccess, fetchFeed, type KnownFeed } from "./fetch-feed";
import type { CalendarQuestion, ReadCalendar } from "./read-busy-times";

const MODULE = path.join("lib", "integrations", "calendar", "reading-process.ts");
/** A calendar whose rules lead nowhere costs that process only. */
const reading = isolatedProcess<CalendarQuestion, ReadCalendar | null>(MODULE, {
  seconds: 20,
  heapMib: 256,
});

const NOTHING_KNOWN: KnownFeed = { etag: null, lastModified: null };

export type CalendarOptions = Partial<FeedAccess> & { readonly call?: VendorCall | undefined };

/** Calendars by the address of their feed (ICS). Only when somebody is busy is read, not with what. */
export function calendarSource(
  options: CalendarOptions = {},
): Source & { signIn(url: string): Promise<SignedIn> } {
  const { call = (work) => work(new AbortController().signal), ...rest } = options;
  const access: FeedAccess = { allowsPrivate: false, ...rest };
  const ask = (url: URL, known: KnownFeed) =>
    call((signal) => fetchFeed(url, known, access, signal));
  return {
    provider: "calendar",
    capabilities: new Set(["busy_times"]),
    wellnessDays: 1,
    longestHistoryDays: 0,
    open: ({ credentials }): SourceSession => {
      const readCalendar = async (request: CalendarRequest) => {
        const url = feedUrl(String(credentials.url), access.allowsPrivate);
        const feed = await ask(url, knownBy(request.version));
        if (feed === null) return null;
        const { etag, lastModified } = feed;
        const found = await read(feed.bytes, request);
        return { ...found, version: JSON.stringify({ etag, lastModified }) };
      };
      return {
        readCalendar,
        busyTimes: async (from, to) => {
          const all = await readCalendar({ from, to, timeZone: "UTC", version: null });
          return all?.busyTimes ?? [];
        },
      };
    },
    async signIn(text) {
      const url = feedUrl(text, access.allowsPrivate);
      const feed = await ask(url, NOTHING_KNOWN);
      const nothing = { from: new Date(0), to: new Date(0), timeZone: "UTC" };
      const found = feed && (await read(feed.bytes, nothing));
      return {
        credentials: { url: url.href },
        // The same feed is known again; its address cannot be had from this.
        accountId: createHash("sha256").update(url.href).digest("hex").slice(0, 32),
        label: found?.name ?? url.hostname,
        scopes: [],
        expiresAt: null,
      };
    },
  };
}

async function read(
  bytes: Uint8Array,
  { from, to, timeZone }: Pick<CalendarRequest, "from" | "to" | "timeZone">,
): Promise<Omit<CalendarReading, "version">> {
  const window = { fromMs: from.getTime(), toMs: to.getTime() };
  const answer = await reading.ask({ bytes, timeZone, ...window });
  if (answer === null) {
    throw new SourceError(
      "calendar",
      "misunderstood",
      "What is at this address is no whole calendar, or one that takes too long to read.",
    );
  }
  const { name, unreadable, isCut } = answer;
  const busyTimes = answer.busyTimes.map(({ uid, startMs, endMs, isAllDay }) => ({
    uid,
    startAt: new Date(startMs),
    endAt: new Date(endMs),
    isAllDay,
  }));
  return { name, busyTimes, unreadable, isCut };
}

function knownBy(version: string | null): KnownFeed {
  return version === null ? NOTHING_KNOWN : (JSON.parse(version) as KnownFeed);
}
