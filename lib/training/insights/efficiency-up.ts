/**
 * More speed or power from the same heartbeats.
 * DET-EFF@1: median efficiency of easy sessions of 28 days 3 % or more above the 56 days before: celebrate.
 * Reference: EF (science.md 16). Heat, hills and a new sensor move it, too.
 * Valid: five easy sessions of 30 min or more of one sport in the 28 days and in the 56 before.
 */
import { addDays } from "../../dates/local-date";
import type { Detector, DetectorInput } from "./detector-input";
import { daysTo, evidence, finding, say } from "./evidence";
import type { Finding } from "./finding";
import { sessionSeries } from "./session-series";

const LIMITS = { gain: 0.03, sessions: 5, timerS: 1800 } as const;
const DAYS = 28;
const DAYS_BEFORE = 56;
const SPORTS = ["running", "cycling"] as const;

export const efficiencyUp: Detector = (input) => {
  const found = SPORTS.flatMap((sport) => ofSport(input, sport) ?? []);
  return found.sort((a, b) => (b.evidence[0]?.value ?? 0) - (a.evidence[0]?.value ?? 0))[0] ?? null;
};

function ofSport(input: DetectorInput, sport: (typeof SPORTS)[number]): Finding | null {
  const since = addDays(input.day, -DAYS);
  const start = addDays(since, -DAYS_BEFORE);
  const easy = input.activities.filter(
    (one) => one.sport === sport && !one.isHard && one.timerS >= LIMITS.timerS && one.day > start,
  );
  const of = (sessions: typeof easy) => sessions.flatMap(({ efficiency }) => efficiency ?? []);
  const recent = easy.filter(({ day, efficiency }) => day > since && efficiency !== null);
  const now = of(recent);
  const before = of(easy.filter(({ day }) => day <= since));
  if (now.length < LIMITS.sessions || before.length < LIMITS.sessions) return null;
  const usual = median(before);
  const gain = usual > 0 ? median(now) / usual - 1 : 0;
  if (gain < LIMITS.gain) return null;
  const ids = recent.map(({ id }) => id);
  const days = daysTo(input.day, DAYS + DAYS_BEFORE);
  const share = evidence(
    `efficiency.${sport}.gain-28`,
    "Gain of efficiency, 28 days against 56 before",
    [gain, "share"],
    days,
    ids,
  );
  const count = evidence(
    `efficiency.${sport}.sessions-28`,
    "Easy sessions in 28 days",
    [now.length, "count"],
    daysTo(input.day, DAYS),
    ids,
  );
  const words =
    sport === "running" ? { noun: "runs", more: "faster" } : { noun: "rides", more: "stronger" };
  return finding({
    detector: "efficiency-up",
    formula: "DET-EFF@1",
    severity: "celebrate",
    sport,
    title: `You have become ${words.more} at the same heart rate`,
    text: `Over ${say(count)} easy ${words.noun} of the last four weeks you got ${say(share)} more out of each heartbeat than in the two months before. That is what patient easy training does.`,
    action: `Go on with easy ${words.noun}; your zones may soon want a new test.`,
    evidence: [share, count],
    series: [sessionSeries(input, sport, "Efficiency", "ratio", (one) => one.efficiency)],
  });
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = 0, high = 0] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}
