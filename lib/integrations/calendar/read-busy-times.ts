import { createHash } from "node:crypto";
import { type CalendarEvent, endOf, instantOf, readEvent, type Stamp } from "./calendar-event";
import { namedZone, zonesOf } from "./calendar-zones";
import { type Budget, isSame, type Occurrence, occurrencesOf, type Window } from "./occurrences";
import { splitCalendar } from "./split-calendar";

/** More than anybody's two months. */
const MOST_TIMES = 5_000;
const MOST_STEPS = 300_000;
const LONGEST_UID = 200;

export type CalendarQuestion = Window & {
  readonly bytes: Uint8Array;
  /** IANA: where times without a zone, and whole days, are meant. */
  readonly timeZone: string;
};

export type ReadCalendar = {
  /** As the calendar calls itself. */
  readonly name: string | null;
  /** In their order; each uid and start once. */
  readonly busyTimes: readonly {
    readonly uid: string;
    readonly startMs: number;
    readonly endMs: number;
    readonly isAllDay: boolean;
  }[];
  /** Events that could not be read. */
  readonly unreadable: number;
  /** There is more than is counted: rules without end, or too many events. */
  readonly isCut: boolean;
};

/** When somebody is busy by their calendar; null for what is no whole calendar. */
export function readBusyTimes({
  bytes,
  timeZone,
  ...window
}: CalendarQuestion): ReadCalendar | null {
  const parts = splitCalendar(new TextDecoder().decode(bytes));
  if (parts === null) return null;
  const zones = { home: namedZone(timeZone), byId: zonesOf(parts.zones) };
  const byUid = new Map<string, CalendarEvent[]>();
  let unreadable = 0;
  for (const text of parts.events) {
    try {
      const event = readEvent(text, zones);
      const group = byUid.get(event.uid) ?? [];
      byUid.set(event.uid, group);
      group.push(event);
    } catch {
      unreadable++;
    }
  }
  const budget: Budget = { left: MOST_STEPS };
  const times = new Map<string, ReadCalendar["busyTimes"][number]>();
  let isCut = false;
  for (const [uid, group] of byUid) {
    try {
      const busy = busyBy(group, window, budget);
      isCut ||= busy.isCut;
      for (const { start, length } of busy.found) {
        const [startMs, endMs] = [instantOf(start), endOf(start, length)];
        const time = { uid: shortUid(uid), startMs, endMs, isAllDay: start.isDate };
        times.set(`${time.uid} ${startMs}`, time);
      }
    } catch {
      unreadable++;
    }
  }
  const busyTimes = [...times.values()].sort((a, b) => a.startMs - b.startMs);
  const isTooMany = busyTimes.length > MOST_TIMES;
  return {
    name: parts.name,
    busyTimes: busyTimes.slice(0, MOST_TIMES),
    unreadable,
    isCut: isCut || isTooMany,
  };
}

/** An event with those that stand for some of its occurrences. */
function busyBy(group: readonly CalendarEvent[], window: Window, budget: Budget) {
  const masters = newest(group.filter(({ replaces }) => replaces === null));
  const replacing = latest(group.filter(({ replaces }) => replaces !== null));
  const single = replacing.filter(({ andFollowing }) => !andFollowing);
  const following = replacing.filter(({ andFollowing }) => andFollowing);
  const found: Occurrence[] = [];
  let isCut = false;
  for (const master of masters) {
    const own = occurrencesOf(master, widened(window, following), budget);
    isCut ||= own.isCut;
    for (const occurrence of own.found) {
      if (replacing.some(({ replaces }) => replaces && isSame(replaces, occurrence.start)))
        continue;
      const changed = asChanged(occurrence, master, following);
      if (changed) found.push(changed);
    }
  }
  for (const { start, length, isBusy } of [...single, ...following]) {
    if (isBusy) found.push({ start, length });
  }
  return { found: found.filter((one) => touches(one, window)), isCut };
}

/** A change of all that follow may have moved them into the window. */
function widened(window: Window, following: readonly CalendarEvent[]): Window {
  const shifts = following.map((event) => Math.abs(shiftOf(event)));
  const by = Math.max(0, ...shifts);
  return { fromMs: window.fromMs - by, toMs: window.toMs + by };
}

function shiftOf({ start, replaces }: CalendarEvent): number {
  return replaces === null ? 0 : start.wallMs - replaces.wallMs;
}

/** The occurrence after the last change of "this and all that follow" before it; null when free. */
function asChanged(
  occurrence: Occurrence,
  master: CalendarEvent,
  following: readonly CalendarEvent[],
): Occurrence | null {
  const at = instantOf(occurrence.start);
  const beginOf = ({ replaces }: CalendarEvent) => instantOf(replaces as Stamp);
  const change = following
    .filter((event) => beginOf(event) <= at)
    .sort((a, b) => beginOf(b) - beginOf(a))[0];
  if (!change) return master.isBusy ? occurrence : null;
  if (!change.isBusy) return null;
  const { zone, isDate } = change.start;
  const wallMs = occurrence.start.wallMs + shiftOf(change);
  return { start: { wallMs, zone, isDate }, length: change.length };
}

/** Of several versions the newest; several of the same version are events that share a uid. */
function newest(events: readonly CalendarEvent[]): readonly CalendarEvent[] {
  const sequence = Math.max(...events.map((event) => event.sequence));
  return events.filter((event) => event.sequence === sequence);
}

/** Of what stands for the same occurrence, what was changed last. */
function latest(events: readonly CalendarEvent[]): CalendarEvent[] {
  const byOccurrence = new Map<string, CalendarEvent>();
  for (const event of events) {
    const key = String(instantOf(event.replaces ?? event.start));
    const known = byOccurrence.get(key);
    if (!known || event.sequence >= known.sequence) byOccurrence.set(key, event);
  }
  return [...byOccurrence.values()];
}

function touches({ start, length }: Occurrence, { fromMs, toMs }: Window): boolean {
  const [startMs, endMs] = [instantOf(start), endOf(start, length)];
  return endMs > startMs && startMs < toMs && endMs > fromMs;
}

/** Some programs write an address, or a page of text, into it. */
function shortUid(uid: string): string {
  if (uid.length <= LONGEST_UID) return uid;
  return createHash("sha256").update(uid).digest("hex");
}
