import { addDays, type LocalDate, localDate } from "@/lib/dates/local-date";
import type {
  DailyColumn,
  DetectorActivity,
  DetectorInput,
  DetectorMorning,
} from "@/lib/training/insights/detector-input";
import { fitnessFatigueForm } from "@/lib/training/load/fitness-fatigue-form";

export const DAY = localDate("2026-11-22");
export const DAYS = 126;
/** Loads of a week, Monday first in name only: hard, easy and free days. */
const WEEK = [90, 40, 70, 0, 60, 110, 0];
/** A little noise that averages to nothing over a week. */
const WOBBLE = [0, 1, -1, 2, -2, 1, -1];

type Columns = Record<DailyColumn, (number | null)[]>;

/** Nothing is wrong and nothing is new: a settled athlete, the same week again and again. */
export function healthyInput(
  change: (columns: Columns) => void = () => {},
  rest: Partial<Omit<DetectorInput, "daily">> = {},
): DetectorInput {
  const column = (value: (i: number) => number | null) =>
    Array.from({ length: DAYS }, (_, i) => value(i));
  const wobble = (i: number) => WOBBLE[i % WOBBLE.length] ?? 0;
  const columns: Columns = {
    hrvMs: column((i) => 60 + wobble(i)),
    restingHrBpm: column((i) => 48 + wobble(i) / 2),
    sleepS: column((i) => 27_000 + 600 * wobble(i)),
    respirationBrpm: column((i) => 14 + wobble(i) / 10),
    weightKg: column((i) => 70 + wobble(i) / 10),
    feel: column((i) => 3.75 + wobble(i) / 8),
    symptoms: column(() => 0),
    load: column((i) => WEEK[i % WEEK.length] ?? 0),
    fitness: [],
    form: [],
  };
  change(columns);
  const filled = { ...columns, ...trained(columns) };
  return {
    day: DAY,
    daily: filled,
    activities: [],
    mornings: [],
    events: [],
    thresholds: [],
    ftp: null,
    bests: [],
    disagreements: [],
    ...rest,
  };
}

/** Fitness and form follow from the load, as if it had always been so; a test may give its own. */
function trained({ load, fitness, form }: Columns): Pick<Columns, "fitness" | "form"> {
  if (fitness.length > 0 && form.length > 0) return { fitness, form };
  const settled = WEEK.reduce((sum, value) => sum + value, 0) / WEEK.length;
  const series = fitnessFatigueForm(
    load.map((value) => value ?? 0),
    { ctl: settled, atl: settled },
  );
  const known = (values: Float64Array) =>
    load.map((one, i) => (one === null ? null : (values[i] ?? null)));
  return {
    fitness: fitness.length > 0 ? fitness : known(series.ctl),
    form: form.length > 0 ? form : known(series.tsb),
  };
}

/** Sets the last `count` days, or those `skip` days before. */
export function setLast(
  values: (number | null)[],
  count: number,
  value: (before: number | null, i: number) => number | null,
  skip = 0,
): void {
  const end = values.length - skip;
  for (let i = end - count; i < end; i++) values[i] = value(values[i] ?? null, i);
}

export const daysAgo = (days: number): LocalDate => addDays(DAY, -days);

export function session(ago: number, parts: Partial<DetectorActivity> = {}): DetectorActivity {
  return {
    ...{ id: `activity-${ago}`, day: daysAgo(ago), sport: "running", timerS: 3600, load: 50 },
    ...{ isHard: false, zonesS: null, decouplingPct: null, efficiency: null, utcOffsetS: 3600 },
    ...parts,
  };
}

export function morning(ago: number, parts: Partial<DetectorMorning> = {}): DetectorMorning {
  return { day: daysAgo(ago), decision: "go", response: null, workout: null, ...parts };
}
