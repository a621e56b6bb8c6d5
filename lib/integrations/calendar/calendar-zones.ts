import ICAL from "ical.js";
import type { LocalDate } from "@/lib/dates/local-date";
import { instantAt, isTimeZone } from "@/lib/dates/zoned-time";
import { wallTime } from "./wall-time";
import { WINDOWS_ZONES } from "./windows-zones";

/**
 * From what clocks show there to the instant, both in milliseconds: the former as if it were UTC.
 */
export type Zone = (wallMs: number) => number;

export const utc: Zone = (wallMs) => wallMs;

/** A zone that this runtime knows by its IANA name. */
export function namedZone(timeZone: string): Zone {
  return (wallMs) => {
    const [day = "", time = ""] = new Date(wallMs).toISOString().split("T");
    const [hour, minute] = time.split(":").map(Number);
    const at = instantAt(day as LocalDate, hour ?? 0, minute ?? 0, timeZone);
    return at.getTime() + (wallMs % 60_000);
  };
}

/**
 * Finds the zones of a calendar by their TZID: an IANA name, also behind a program's own prefix;
 * a name of Microsoft's; else as the calendar itself describes it. Null for one that is unknown.
 */
export function zonesOf(described: readonly string[]): (tzid: string) => Zone | null {
  const own = new Map<string, Zone>();
  for (const text of described) {
    const [tzid, zone] = describedZone(text) ?? [];
    if (tzid !== undefined && zone !== undefined) own.set(tzid, zone);
  }
  const found = new Map<string, Zone | null>();
  return (tzid) => {
    let zone = found.get(tzid);
    if (zone === undefined) {
      const name = ianaName(tzid);
      zone = name === null ? (own.get(tzid) ?? null) : namedZone(name);
      found.set(tzid, zone);
    }
    return zone;
  };
}

function ianaName(tzid: string): string | null {
  const plain = tzid.replace(/^"|"$/g, "").trim();
  const windows = WINDOWS_ZONES[plain];
  if (windows !== undefined) return isTimeZone(windows) ? windows : null;
  const parts = plain.split("/");
  for (let from = 0; from < parts.length; from++) {
    const name = parts.slice(from).join("/");
    // "EST" and the like are names of their own here; a bare "+01:00" is none of a calendar's.
    if (/^[A-Za-z]/.test(name) && isTimeZone(name)) return name;
  }
  return null;
}

function describedZone(text: string): [string, Zone] | null {
  try {
    const component = new ICAL.Component(ICAL.parse(text));
    const tzid = component.getFirstPropertyValue("tzid");
    if (typeof tzid !== "string") return null;
    const zone = new ICAL.Timezone({ component, tzid });
    return [tzid, (wallMs) => wallMs - zone.utcOffset(wallTime(wallMs, false)) * 1000];
  } catch {
    return null;
  }
}
