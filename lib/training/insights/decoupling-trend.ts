/**
 * Heart rate that drifts more in steady sessions than it used to.
 * DET-DEC@1: mean decoupling (DEC-1) of 28 days > 5 % and 2 points above the 56 days before: notice; > 8 %: caution.
 * Reference: Friel's 5 %; the alarm of the Section 11 protocol (science.md 16). Heat does the same.
 * Valid: five eligible sessions of one sport in the 28 days and four before.
 */
import { addDays } from "../../dates/local-date";
import type { Sport } from "../activity/sports";
import { meanOf } from "./day-span";
import type { Detector, DetectorInput } from "./detector-input";
import { daysTo, evidence, finding, say } from "./evidence";
import type { Finding } from "./finding";
import { sessionSeries } from "./session-series";

const LIMITS = { noticePct: 5, cautionPct: 8, morePct: 2, sessions: 5, before: 4 } as const;
const DAYS = 28;
const DAYS_BEFORE = 56;
const SPORTS = ["cycling", "running"] as const;

export const decouplingTrend: Detector = (input) => {
  const found = SPORTS.flatMap((sport) => ofSport(input, sport) ?? []);
  return found.sort((a, b) => (b.evidence[0]?.value ?? 0) - (a.evidence[0]?.value ?? 0))[0] ?? null;
};

function ofSport(input: DetectorInput, sport: Sport): Finding | null {
  const since = addDays(input.day, -DAYS);
  const start = addDays(since, -DAYS_BEFORE);
  const steady = input.activities.flatMap(({ id, day, decouplingPct, ...one }) =>
    one.sport === sport && decouplingPct !== null && day > start
      ? [{ id, day, decouplingPct }]
      : [],
  );
  const recent = steady.filter(({ day }) => day > since);
  const before = steady.filter(({ day }) => day <= since);
  if (recent.length < LIMITS.sessions || before.length < LIMITS.before) return null;
  const now = meanOf(recent.map(({ decouplingPct }) => decouplingPct)) ?? 0;
  const then = meanOf(before.map(({ decouplingPct }) => decouplingPct)) ?? 0;
  if (!(now > LIMITS.noticePct) || now - then < LIMITS.morePct) return null;
  const noun = sport === "cycling" ? "rides" : "runs";
  const ids = recent.map(({ id }) => id);
  const drift = evidence(
    `decoupling.${sport}.mean-28`,
    `Mean decoupling of steady ${noun} in 28 days`,
    [now, "percent"],
    daysTo(input.day, DAYS),
    ids,
  );
  const past = evidence(
    `decoupling.${sport}.mean-56-before`,
    `Mean decoupling of steady ${noun} in the 56 days before`,
    [then, "percent"],
    daysTo(since, DAYS_BEFORE),
  );
  return finding({
    detector: "decoupling-trend",
    formula: "DET-DEC@1",
    severity: now > LIMITS.cautionPct ? "caution" : "notice",
    sport,
    title: `Your heart rate drifts more in long ${noun}`,
    text: `In steady ${noun} it drifted by ${say(drift)} on average in the last four weeks; before it was ${say(past)}. Heat and too little to drink do that; so does endurance that is not there yet.`,
    action: `Keep the next long ${noun} a little slower, so that the last part feels like the first.`,
    evidence: [drift, past],
    series: [sessionSeries(input, sport, "Decoupling", "percent", (one) => one.decouplingPct)],
  });
}
