/** Whether a number, as it is written, is a fact's value: same dimension, same rounding, same sign. */
import type { Fact, FactUnit } from "@/lib/training/insights/finding";
import type { Dimension, Quantity, Reading } from "./claim-types";

/** What a fact's unit may be written as, and what makes SI of it. */
const WRITTEN_AS: Readonly<Record<FactUnit, readonly Dimension[]>> = {
  bpm: ["bpm", "bare"],
  ms: ["ms", "bare"],
  s: ["time"],
  h: ["time"],
  m: ["distance"],
  "m/s": ["speed", "pace"],
  W: ["power", "bare"],
  "W/kg": ["power-mass", "bare"],
  J: ["energy"],
  kg: ["mass", "bare"],
  "ml/kg/min": ["oxygen", "bare"],
  degC: ["temperature"],
  load: ["points", "bare"],
  "load/day": ["points", "bare"],
  score: ["points", "bare"],
  share: ["percent"],
  ratio: ["bare", "times"],
  percent: ["percent"],
  count: ["count", "bare"],
  days: ["days", "bare"],
  rpe: ["rating", "points", "bare"],
  rating: ["rating", "bare"],
};

/** The finest step in which the interface shows a value, in the fact's own unit. */
const SHOWN_STEP: Partial<Record<FactUnit, number>> = {
  ratio: 0.01,
  "W/kg": 0.01,
  kg: 0.1,
  share: 0.01,
  "ml/kg/min": 0.1,
  s: 60,
  J: 1000,
  m: 16.1,
  h: 1 / 60,
  "m/s": 0.001,
};
/** A coarser rounding than this share of the value is no longer the value. */
const MOST_ROUNDED = 0.03;
const COUNTS_DAYS = /^(?:days|nights|mornings)\b|\bon mornings\b/i;
const EPSILON = 1e-9;
const MONTH_DAYS = 30;
const MOST_ROUGH = 0.05;
const NEVER_ROUGH: ReadonlySet<FactUnit> = new Set(["count", "days", "rating", "rpe", "degC"]);

export function isUnitOf(quantity: Quantity, fact: Fact): boolean {
  return quantity.readings.some(({ dimension }) => isWrittenAs(dimension, fact));
}

/** What is counted may be days: "Nights not measured". */
function isWrittenAs(dimension: Dimension, { unit, label }: Fact): boolean {
  if (unit === "count" && dimension === "days") return COUNTS_DAYS.test(label);
  return WRITTEN_AS[unit].includes(dimension);
}

/** Without its sign: who reads it decides whether "6" may stand for -6. */
export function isSizeOf(quantity: Quantity, fact: Fact): boolean {
  return quantity.readings.some(
    (reading) =>
      isWrittenAs(reading.dimension, fact) &&
      (isClose(reading, fact.value, fact.unit) || isNearby(quantity, reading, fact)),
  );
}

/** "About 6½ hours" of 6 h 23: within a twentieth, and on the side that is said. */
function isNearby({ hedge }: Quantity, reading: Reading, { value, unit }: Fact): boolean {
  if (hedge === undefined || NEVER_ROUGH.has(unit) || reading.dimension === "pace") return false;
  const size = Math.abs(inUnitOfReading(value, unit, reading));
  const off = (size - reading.value) / Math.max(size, EPSILON);
  if (Math.abs(off) > MOST_ROUGH) return false;
  return hedge === "about" || (hedge === "under" ? off <= 0 : off >= 0);
}

/** The same digits in a unit that is not the fact's: to say why a number was refused. */
export function isOtherUnit(quantity: Quantity, fact: Fact): boolean {
  return quantity.readings.some((reading) => {
    const isOwn = WRITTEN_AS[fact.unit].includes(reading.dimension) && reading.factor === 1;
    return !isOwn && Math.abs(reading.value - Math.abs(fact.value)) <= reading.half;
  });
}

/** Whether a stretch of so many days, as in "over four weeks"; a month has four weeks to 31 days. */
export function isLength(quantity: Quantity, days: number): boolean {
  return quantity.readings.some(({ dimension, value, factor }) => {
    if (dimension !== "days") return false;
    if (factor === MONTH_DAYS) return days >= 28 * value && days <= 31 * value;
    return Math.abs(value * factor - days) < EPSILON;
  });
}

function isClose(reading: Reading, value: number, unit: FactUnit): boolean {
  if (reading.dimension === "pace") return isPace(reading, value);
  const si = inUnitOfReading(value, unit, reading);
  const size = reading.dimension === "temperature" ? si : Math.abs(si);
  const step = (SHOWN_STEP[unit] ?? 1) * scaleOf(unit) * (1 / reading.factor);
  const coarsest = Math.max(step / 2, MOST_ROUNDED * Math.abs(si));
  const allowed =
    unit === "count" ? Math.min(reading.half, EPSILON) : Math.min(reading.half, coarsest);
  return Math.abs(reading.value - size) <= allowed + EPSILON * Math.max(1, size);
}

/** A pace is seconds per length; the factor is one over that length. */
function isPace({ value, factor, half }: Reading, speedMps: number): boolean {
  if (speedMps <= 0) return false;
  return Math.abs(value - 1 / (factor * speedMps)) <= half + EPSILON;
}

function inUnitOfReading(value: number, unit: FactUnit, { factor, offset }: Reading): number {
  return (value * scaleOf(unit) - offset) / factor;
}

/** Hours to seconds, shares to percent. */
function scaleOf(unit: FactUnit): number {
  if (unit === "h") return 3600;
  return unit === "share" ? 100 : 1;
}
