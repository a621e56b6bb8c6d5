import type { BenchFigure, BenchResult } from "./bench-result";

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = Number.NaN, high = Number.NaN] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

/** The value below which the share `p` of all values lies. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(p * sorted.length) - 1)] ?? Number.NaN;
}

/** A figure judged against its goal, "<= x" or ">= x". */
export function figure(value: number | null, goal?: string, note?: string): BenchFigure {
  const rounded = value === null ? null : Number(value.toPrecision(4));
  const extra = note === undefined ? {} : { note };
  if (goal === undefined) return { value: rounded, ...extra };
  const limit = Number(goal.slice(2));
  const ok = value !== null && (goal.startsWith("<=") ? value <= limit : value >= limit);
  return { value: rounded, goal, ok, ...extra };
}

export function result(bench: string, figures: Record<string, BenchFigure>): BenchResult {
  return { bench, figures, ok: Object.values(figures).every(({ ok }) => ok !== false) };
}
