const STEPS = [1, 2, 2.5, 5, 10];

/** At most `count` round values inside the domain, ascending. */
export function niceTicks(min: number, max: number, count: number): number[] {
  const span = max - min;
  if (!(span > 0) || count < 1) return [];
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (STEPS.find((one) => one * power >= rough) ?? 10) * power;
  const ticks: number[] = [];
  for (let i = Math.ceil(min / step); i * step <= max; i++) ticks.push(roundOff(i * step));
  return ticks;
}

/** 0.1 + 0.2 is 0.3 on an axis. */
function roundOff(value: number): number {
  return Math.round(value * 1e9) / 1e9 || 0;
}
