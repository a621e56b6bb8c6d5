import type ICAL from "ical.js";
import { type CalendarEvent, endOf, instantOf, type Length, type Stamp } from "./calendar-event";
import { wallMsOf, wallTime } from "./wall-time";

const DAY_MS = 86_400_000;
/** No zone is further from UTC. */
const SLACK_MS = 2 * DAY_MS;

export type Window = { readonly fromMs: number; readonly toMs: number };

/** How many more times a rule may be asked for its next occurrence, for a whole calendar. */
export type Budget = { left: number };

/** A single rule's part of it: from a day of long ago, every day. */
const MOST_PER_RULE = 30_000;

export type Occurrence = { readonly start: Stamp; readonly length: Length };

/**
 * The occurrences of an event that touch the window, as it says them itself: without those that
 * others replace. `isCut` when a rule has more than may be counted.
 */
export function occurrencesOf(
  event: CalendarEvent,
  window: Window,
  budget: Budget,
): { readonly found: readonly Occurrence[]; readonly isCut: boolean } {
  const { start, length, rules, added, excluded } = event;
  const found = new Map<number, Occurrence>();
  const keep = (occurrence: Occurrence) => {
    if (isFarOff(occurrence, window)) return;
    const at = instantOf(occurrence.start);
    if (at < window.toMs && endOf(occurrence.start, occurrence.length) > window.fromMs) {
      found.set(at, occurrence);
    }
  };
  if (rules.length === 0) keep({ start, length });
  let isCut = false;
  for (const rule of rules) {
    isCut = byRule(rule, event, window, budget, (one) => keep({ start: one, length })) || isCut;
  }
  for (const one of added) keep(one);
  for (const [at, { start: one }] of found) {
    if (excluded.some((out) => isSame(out, one))) found.delete(at);
  }
  return { found: [...found.values()], isCut };
}

/** A whole day excludes, or names, whatever begins on it. */
export function isSame(named: Stamp, one: Stamp): boolean {
  if (named.isDate) return dayOf(named) === dayOf(one);
  return instantOf(named) === instantOf(one);
}

function dayOf({ wallMs }: Stamp): number {
  return Math.floor(wallMs / DAY_MS);
}

/** True when it was broken off. */
function byRule(
  rule: ICAL.Recur,
  { start, length }: CalendarEvent,
  window: Window,
  budget: Budget,
  keep: (start: Stamp) => void,
): boolean {
  const isOver = untilOf(rule, start);
  const earliest = window.fromMs - SLACK_MS - (length.days * DAY_MS + Math.max(0, length.ms));
  // Its own end is looked at here, by instants: ical.js compares what clocks show.
  rule.until = null;
  const iterator = rule.iterator(wallTime(beginOf(rule, start.wallMs, earliest), start.isDate));
  for (let count = 0; count < MOST_PER_RULE && budget.left > 0; count++) {
    budget.left--;
    const next = iterator.next();
    if (!next) return false;
    const wallMs = wallMsOf(next);
    if (wallMs > window.toMs + SLACK_MS) return false;
    const one = { ...start, wallMs };
    if (isOver(one)) return false;
    if (wallMs >= earliest) keep(one);
  }
  return true;
}

/** By what clocks show: finding the instant costs more than all the rest. */
function isFarOff({ start: { wallMs }, length: { days, ms } }: Occurrence, window: Window) {
  const endMs = wallMs + days * DAY_MS + ms;
  return wallMs > window.toMs + SLACK_MS || endMs < window.fromMs - SLACK_MS;
}

const PERIOD_MS: Readonly<Record<string, number>> = { DAILY: DAY_MS, WEEKLY: 7 * DAY_MS };

/**
 * Where counting may begin: days and weeks repeat without a remainder, so years of them before
 * the window need not be gone through unless they are numbered.
 */
function beginOf(rule: ICAL.Recur, wallMs: number, earliest: number): number {
  const period = (PERIOD_MS[rule.freq] ?? 0) * (rule.interval ?? 1);
  if (period <= 0 || rule.count) return wallMs;
  const periods = Math.floor((earliest - wallMs) / period) - 1;
  return periods > 0 ? wallMs + periods * period : wallMs;
}

function untilOf(rule: ICAL.Recur, start: Stamp): (one: Stamp) => boolean {
  const { until } = rule;
  if (!until) return () => false;
  const endMs = wallMsOf(until);
  if (until.isDate || start.isDate) {
    const lastDay = Math.floor(endMs / DAY_MS);
    return (one) => dayOf(one) > lastDay;
  }
  const isUtc = until.zone?.tzid === "UTC";
  return (one) => (isUtc ? instantOf(one) : one.wallMs) > endMs;
}
