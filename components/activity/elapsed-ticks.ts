const STEPS_S = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800];

/** Round elapsed times inside the range, at most `count` of them (a few more past 8 h steps). */
export function elapsedTicks(fromS: number, toS: number, count: number): number[] {
  const span = toS - fromS;
  if (!(span > 0) || count < 1) return [];
  const step = STEPS_S.find((one) => span / one <= count) ?? 86_400;
  const ticks: number[] = [];
  for (let tick = Math.ceil(fromS / step) * step; tick <= toS; tick += step) ticks.push(tick);
  return ticks;
}
