import { SPORTS } from "@/lib/training/activity/sports";
import type { Fact, Finding } from "@/lib/training/insights/finding";
import type { AiAllowed } from "@/lib/training/source/ai-allowed";
import type { FactOrigins } from "../facts-types";
import type { FactsLoad, FactsMorning, FactsNight } from "./facts-input";

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
const OF_MODEL = ["fitness", "fatigue", "form", "ramp"];
const TOLD = ["race", "goal", "check-in", "symptoms"];
const OF_ACTIVITIES = ["load", "sessions", "duration", "distance", "days-since", ...SPORTS];
/** A capacity as it is set, whatever a finding makes of it. */
const IN_USE = /\.current$|^ftp\.now$/;
/** Where no finding says by which rule. */
const ELSE_OF_ACTIVITIES = ["monotony", "load-ratio"];

/** Where the facts' numbers are from; what nothing is known of is left out. */
export function originsOf(facts: readonly Fact[], open: Open): FactOrigins {
  const families = familyOrigins(open);
  const found = facts.map(({ id }) => ({ id, origin: originOf(id, families, open.findings) }));
  return Object.fromEntries(
    found.flatMap(({ id, origin }) => {
      if (origin === undefined) return [];
      const family = familyOf(id);
      const isAlike = found.every((one) => familyOf(one.id) !== family || one.origin === origin);
      return [[isAlike ? family : id, origin] as const];
    }),
  );
}

/** Undefined where it is not known. */
export function originIn(origins: FactOrigins, id: string): string | undefined {
  return origins[id] ?? origins[familyOf(id)];
}

function familyOf(id: string): string {
  return id.split(".")[0] ?? id;
}

function originOf(
  id: string,
  families: ReadonlyMap<string, string>,
  findings: readonly Finding[],
): string | undefined {
  if (IN_USE.test(id)) return "settings";
  const family = familyOf(id);
  const rule = findings.find(({ evidence }) => evidence.some((one) => one.id === id))?.formula;
  const other = ELSE_OF_ACTIVITIES.includes(family) ? "activities" : undefined;
  return families.get(family) ?? rule ?? other;
}

function familyOrigins({ nights, loads, morning }: Open): ReadonlyMap<string, string> {
  const formula = loads?.value.at(-1)?.formula;
  return new Map<string, string>([
    ...TOLD.map((family) => [family, "athlete"] as const),
    ...OF_ACTIVITIES.map((family) => [family, "activities"] as const),
    ...(formula === undefined ? [] : OF_MODEL.map((family) => [family, formula] as const)),
    ...nightOrigins(nights?.value ?? []),
    ...(morning
      ? ([
          ["recovery", morning.value.recovery.formula],
          ["workout", morning.value.recommendation.formula],
        ] as const)
      : []),
  ]);
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
