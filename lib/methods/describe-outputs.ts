/** One output of a vector in words: "Normalized power", "252.826 W", "252.826 W". */
export type OutputLine = {
  readonly name: string;
  readonly got: string;
  readonly expected: string;
};

type Outputs = Readonly<Record<string, unknown>>;

const UNITS: Readonly<Record<string, string>> = {
  w: "W",
  j: "J",
  s: "s",
  h: "h",
  ms: "ms",
  kg: "kg",
  pct: "%",
  bpm: "bpm",
  c: "°C",
  mps: "m/s",
  deg: "°",
  vo2max: "ml/kg/min",
};

/** What outputs are called whose own name says too little. */
const NAMES: Readonly<Record<string, string>> = {
  wind_from_deg: "Wind from",
  cost_j_per_kg_m: "Cost",
  cp_w: "Critical power",
  w_prime_j: "W′",
  xpower_w: "xPower",
  tss: "TSS",
  rtss: "rTSS",
  stss: "sTSS",
  hrss: "HRSS",
  trimp: "TRIMP",
  ctl: "Fitness",
  atl: "Fatigue",
  tsb: "Form",
  ewma: "Moving averages",
  vdot: "VDOT",
  swolf: "SWOLF",
  rmssd_ms: "RMSSD",
  sdnn_ms: "SDNN",
  vo2max: "VO2max",
  hrv: "HRV",
  rhr: "Resting heart rate",
  ln_mean: "Mean of ln RMSSD",
  ln_sd: "Deviation of ln RMSSD",
  seconds: "Time in each zone",
  bests_w: "Best means",
  resting_hr_bpm: "Resting heart rate",
  resting_hr_of: "Resting heart rate of",
  hrv_ms: "HRV",
  hrv_of: "HRV of",
  balance_j: "Balance",
  starts_s: "Starts",
  means_w: "Means",
};

const OWN_UNITS: Readonly<Record<string, string>> = {
  cost_j_per_kg_m: "J/kg/m",
  seconds: "s",
};

/** The outputs that a vector names, as got and as expected, with their units. */
export function describeOutputs(expected: Outputs, got: Outputs | null): OutputLine[] {
  return Object.keys(expected).map((name) => {
    const unit = OWN_UNITS[name] ?? UNITS[name.split("_").at(-1) ?? ""] ?? "";
    return {
      name: NAMES[name] ?? sentenceCase(name, unit !== ""),
      got: valueText(got?.[name], unit),
      expected: valueText(expected[name], unit),
    };
  });
}

function valueText(value: unknown, unit: string): string {
  if (value === null) return "no value";
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return withUnit(value.map(numberText).join(", "), unit);
  return withUnit(numberText(value), unit);
}

function withUnit(text: string, unit: string): string {
  return unit === "" ? text : `${text} ${unit}`;
}

const DECIMALS = 3;

/** To a thousandth, without trailing zeros. */
function numberText(value: unknown): string {
  return typeof value === "number" ? String(Number(value.toFixed(DECIMALS))) : String(value);
}

/** "normalized_power_w" → "Normalized power". */
function sentenceCase(name: string, hasUnit: boolean): string {
  const words = name.split("_");
  const text = (hasUnit && words.length > 1 ? words.slice(0, -1) : words).join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
