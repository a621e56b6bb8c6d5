import ICAL from "ical.js";
import { utc, type Zone } from "./calendar-zones";
import { wallMsOf } from "./wall-time";

const DAY_MS = 86_400_000;

/** A time as it stands in the calendar. */
export type Stamp = {
  /** What clocks show, as if it were UTC. */
  readonly wallMs: number;
  readonly zone: Zone;
  readonly isDate: boolean;
};

/** How long: days by the calendar, then time by the clock. */
export type Length = { readonly days: number; readonly ms: number };

export type CalendarEvent = {
  readonly uid: string;
  readonly sequence: number;
  readonly start: Stamp;
  readonly length: Length;
  readonly isBusy: boolean;
  readonly rules: readonly ICAL.Recur[];
  readonly added: readonly { readonly start: Stamp; readonly length: Length }[];
  readonly excluded: readonly Stamp[];
  /** Which occurrence of the others of its uid it stands for; null for an event of its own. */
  readonly replaces: Stamp | null;
  /** It stands for all that follow as well. */
  readonly andFollowing: boolean;
};

export type ZoneFinder = {
  /** Of times without a zone, and of whole days. */
  readonly home: Zone;
  readonly byId: (tzid: string) => Zone | null;
};

/** One VEVENT. Throws when it is none that can be read. */
export function readEvent(text: string, zones: ZoneFinder): CalendarEvent {
  const event = new ICAL.Component(ICAL.parse(text));
  const stamps = (name: string) => event.getAllProperties(name).flatMap((p) => stampsOf(p, zones));
  const [start] = stamps("dtstart");
  if (!start) throw new Error("An event without a beginning.");
  const replaced = event.getFirstProperty("recurrence-id");
  const length = lengthOf(event, start, stamps("dtend")[0]);
  return {
    uid: String(event.getFirstPropertyValue("uid") ?? `${start.wallMs}`),
    sequence: Number(event.getFirstPropertyValue("sequence") ?? 0),
    start,
    length,
    isBusy: isBusy(event),
    rules: event.getAllProperties("rrule").map((rule) => rule.getFirstValue() as ICAL.Recur),
    added: event.getAllProperties("rdate").flatMap((p) => addedBy(p, zones, length)),
    excluded: stamps("exdate"),
    replaces: replaced ? (stampsOf(replaced, zones)[0] ?? null) : null,
    andFollowing: replaced?.getFirstParameter("range") === "THISANDFUTURE",
  };
}

export function instantOf({ wallMs, zone }: Stamp): number {
  return zone(wallMs);
}

export function endOf({ wallMs, zone }: Stamp, { days, ms }: Length): number {
  return zone(wallMs + days * DAY_MS) + ms;
}

function stampsOf(property: ICAL.Property, zones: ZoneFinder): Stamp[] {
  return property
    .getValues()
    .flatMap((value) => (value instanceof ICAL.Time ? stampOf(value, property, zones) : []));
}

function stampOf(time: ICAL.Time, property: ICAL.Property, zones: ZoneFinder): Stamp {
  const wallMs = wallMsOf(time);
  if (time.isDate) return { wallMs, zone: zones.home, isDate: true };
  if (time.zone === ICAL.Timezone.utcTimezone) return { wallMs, zone: utc, isDate: false };
  const tzid = property.getFirstParameter("tzid");
  const zone = tzid ? zones.byId(tzid) : null;
  return { wallMs, zone: zone ?? zones.home, isDate: false };
}

/** By its end the same span of time each time; by a duration, days count by the calendar. */
function lengthOf(event: ICAL.Component, start: Stamp, end: Stamp | undefined): Length {
  const duration = event.getFirstPropertyValue("duration");
  if (start.isDate) {
    const days = end
      ? Math.round((end.wallMs - start.wallMs) / DAY_MS)
      : duration instanceof ICAL.Duration
        ? Math.ceil((duration.toSeconds() * 1000) / DAY_MS)
        : 1;
    return { days: Math.max(1, days), ms: 0 };
  }
  if (end) return { days: 0, ms: instantOf(end) - instantOf(start) };
  return duration instanceof ICAL.Duration ? durationLength(duration) : { days: 0, ms: 0 };
}

function durationLength(duration: ICAL.Duration): Length {
  const sign = duration.isNegative ? -1 : 1;
  const { weeks, days, hours, minutes, seconds } = duration;
  const clockMs = ((hours * 60 + minutes) * 60 + seconds) * 1000;
  return { days: sign * (weeks * 7 + days), ms: sign * clockMs };
}

function addedBy(property: ICAL.Property, zones: ZoneFinder, length: Length) {
  return property.getValues().flatMap((value) => {
    if (value instanceof ICAL.Time) return { start: stampOf(value, property, zones), length };
    if (!(value instanceof ICAL.Period)) return [];
    const start = stampOf(value.start, property, zones);
    if (value.duration) return { start, length: durationLength(value.duration) };
    if (!value.end) return [];
    const end = stampOf(value.end, property, zones);
    return { start, length: { days: 0, ms: instantOf(end) - instantOf(start) } };
  });
}

function isBusy(event: ICAL.Component): boolean {
  const said = (name: string) => String(event.getFirstPropertyValue(name) ?? "").toUpperCase();
  return (
    said("status") !== "CANCELLED" &&
    said("transp") !== "TRANSPARENT" &&
    said("x-microsoft-cdo-busystatus") !== "FREE"
  );
}
