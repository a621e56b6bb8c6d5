import { SPORTS } from "@/lib/training/activity/sports";
import type { Fact, Finding } from "@/lib/training/insights/finding";
import type { AiAllowed } from "@/lib/training/source/ai-allowed";
import type { FactsLoad, FactsMorning, FactsNight } from "./facts-input";

/** By the beginning of an id ("hrv" of "hrv.last"): sources' kinds ("garmin"), or a formula. */
export type FactOrigins = Readonly<Record<string, string>>;

/** What a model may read; null for what is fenced off, or not there. */
type Open = {
  readonly nights: AiAllowed<readonly FactsNight[]> | null;
  readonly loads: AiAllowed<readonly FactsLoad[]> | null;
  readonly morning: AiAllowed<FactsMorning> | null;
  readonly findings: readonly Finding[];
};

/** Fields of a night, by what their facts' ids begin with. */
const MEASURED = {
  "resting-hr": "restingHrBpm",
  hrv: "hrvRmssdMs",
  sleep: "sleepS",
  stress: "stressAvg",
} as const;
const OF_LOAD = ["load", "fitness", "fatigue", "form", "ramp", "monotony", "load-ratio"];
const TOLD = [
  ...["ftp", "threshold-hr", "max-hr", "threshold-pace", "swim-pace", "weight", "race", "goal"],
  ...["check-in", "symptoms"],
];
const OF_ACTIVITIES = ["sessions", "duration", "distance", "days-since", ...SPORTS];

/** Where the facts' numbers are from; what nothing is known of is left out. */
export function originsOf(facts: readonly Fact[], open: Open): FactOrigins {
  const known = new Map<string, string>([
    ...open.findings.flatMap(({ evidence, formula }) =>
      evidence.map(({ id }) => [familyOf(id), formula] as const),
    ),
    ...TOLD.map((family) => [family, "athlete"] as const),
    ...OF_ACTIVITIES.map((family) => [family, "activities"] as const),
    ...loadOrigins(open.loads?.value ?? []),
    ...nightOrigins(open.nights?.value ?? []),
    ...(open.morning
      ? ([
          ["recovery", open.morning.value.recovery.formula],
          ["workout", open.morning.value.recommendation.formula],
        ] as const)
      : []),
  ]);
  const families = [...new Set(facts.map(({ id }) => familyOf(id)))];
  return Object.fromEntries(
    families.flatMap((family) => {
      const origin = known.get(family);
      return origin === undefined ? [] : [[family, origin]];
    }),
  );
}

export function familyOf(id: string): string {
  return id.split(".")[0] ?? id;
}

function loadOrigins(loads: readonly FactsLoad[]): (readonly [string, string])[] {
  const formula = loads.at(-1)?.formula;
  return formula === undefined ? [] : OF_LOAD.map((family) => [family, formula] as const);
}

/** The kind alone ("garmin" of "garmin:sleep"): whose device it was is nobody's to know. */
function nightOrigins(nights: readonly FactsNight[]): (readonly [string, string])[] {
  return Object.entries(MEASURED).flatMap(([family, field]) => {
    const kinds = nights.flatMap((night) => {
      const kind = night.sources?.[field]?.split(":")[0] ?? "";
      return night[field] !== null && /^[a-z_]+$/.test(kind) ? [kind] : [];
    });
    const each = [...new Set(kinds)].sort();
    return each.length === 0 ? [] : [[family, each.join(", ")] as const];
  });
}
