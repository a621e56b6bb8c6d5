import { CURVE_KINDS, type CurveKind } from "@/lib/training/capacity/activity-curves";

/** The kinds there are, in the order in which they are offered: power first, hills taken out before as run. */
export function offeredKinds(kinds: readonly CurveKind[]): CurveKind[] {
  const order = ["power", "graded_speed", "speed", "heart_rate"] as const;
  return order.filter((kind) => kinds.includes(kind));
}

/** The kind that an address names, if it is one of these; else the first. */
export function chosenKind(
  wanted: string | string[] | undefined,
  kinds: readonly CurveKind[],
): CurveKind | null {
  const named = CURVE_KINDS.find((kind) => kind === wanted);
  const offered = offeredKinds(kinds);
  return named !== undefined && offered.includes(named) ? named : (offered[0] ?? null);
}
