import type { TimedColumns } from "../columns/timed-columns";
import {
  enumField,
  type FitContent,
  type FitFields,
  positiveField,
  timeField,
} from "./fit-content";

/** A session and the time that it owns: [startS, endS) in Unix seconds. */
export type FitSpan = {
  readonly session: FitFields;
  /** Its position in the file, which "time in zone" messages refer to. */
  readonly index: number;
  readonly startS: number;
  readonly endS: number;
};

/** How far a session's start may be from the samples before the samples are believed. */
const START_TOLERANCE_S = 3600;

/** Every session with the stretch of records that belongs to it, in order of time. */
export function fitSpans(content: FitContent, records: TimedColumns): FitSpan[] {
  const { sessions } = content;
  if (sessions.length <= 1) {
    const span = onlySpan(sessions[0] ?? summaryFromParts(content), records);
    return span === null ? [] : [span];
  }
  const started = sessions
    .flatMap((session, index) => {
      const startS = timeField(session, "startTime");
      return startS === null ? [] : [{ session, index, startS }];
    })
    .sort((a, b) => a.startS - b.startS || a.index - b.index);
  return started.map((span, i) => {
    const startS = i === 0 ? plausibleStart(span.startS, records) : span.startS;
    const nextS = started[i + 1]?.startS ?? Number.POSITIVE_INFINITY;
    return { ...span, startS, endS: Math.min(nextS, statedEnd(span.session, startS)) };
  });
}

/** A second after the end that the session states: what follows is the pause before the next. */
function statedEnd(session: FitFields, startS: number): number {
  const elapsedS = positiveField(session, "totalElapsedTime");
  return elapsedS === null ? Number.POSITIVE_INFINITY : startS + elapsedS + 1;
}

/** One session owns every record; the samples decide where its start makes no sense. */
function onlySpan(session: FitFields, records: TimedColumns): FitSpan | null {
  const stated = timeField(session, "startTime");
  const first = records.timeS[0];
  if (first === undefined) {
    return stated === null
      ? null
      : { session, index: 0, startS: stated, endS: Number.POSITIVE_INFINITY };
  }
  const startS = stated === null ? first : plausibleStart(stated, records);
  return { session, index: 0, startS, endS: Number.POSITIVE_INFINITY };
}

/** The stated start, unless samples begin before it or are nowhere near it. */
function plausibleStart(stated: number, records: TimedColumns): number {
  const first = records.timeS[0] ?? stated;
  return Math.abs(stated - first) <= START_TOLERANCE_S ? Math.min(stated, first) : first;
}

/** A stand-in for the summary of a recording that was cut off: its sport, if anything says it. */
function summaryFromParts({ sports, laps }: FitContent): FitFields {
  const source = sports.length === 1 ? sports[0] : laps[0];
  if (source === undefined) return {};
  return { sport: enumField(source, "sport"), subSport: enumField(source, "subSport") };
}

/** True when a span has something worth keeping: samples, or a duration of its own. */
export function hasSubstance(span: FitSpan, records: TimedColumns): boolean {
  if (positiveField(span.session, "totalElapsedTime") !== null) return true;
  if (positiveField(span.session, "totalTimerTime") !== null) return true;
  return records.timeS.filter((t) => t >= span.startS && t < span.endS).length >= 2;
}
