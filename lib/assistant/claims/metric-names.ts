/** What people call a metric. A fact belongs to a row by the first part of its id. */
import type { Fact } from "@/lib/training/insights/finding";

type MetricRow = {
  /** First parts of fact ids, up to the dot. */
  readonly ids: readonly string[];
  /** Lower case; the longest that fits counts. */
  readonly names: readonly string[];
  /** 1 when more is better, -1 when less is; 0 when it depends. */
  readonly better: -1 | 0 | 1;
};

const HEART_RATES = ["heart rate", "pulse", "hr", "herzfrequenz", "fréquence cardiaque"];

export const METRICS: readonly MetricRow[] = [
  row(["hrv"], 1, [
    ...["hrv", "heart rate variability", "heart-rate variability", "rmssd", "overnight hrv"],
    ...["herzfrequenzvariabilität", "hfv", "vfc", "variabilité de la fréquence cardiaque"],
  ]),
  row(["resting-hr", "rhr", "resting-heart-rate"], -1, [
    ...["resting heart rate", "resting-heart rate", "resting hr", "resting pulse", "rhr"],
    ...["heart rate at rest", "ruhepuls", "pouls au repos", ...HEART_RATES],
  ]),
  row(["sleep", "sleep-duration"], 1, [
    ...["sleep", "slept", "asleep", "time asleep", "sleeping", "sleep duration", "night's sleep"],
    ...["night", "nights", "schlaf", "geschlafen", "sommeil", "dormi"],
  ]),
  row(["sleep-debt"], -1, [
    ...["sleep debt", "short of sleep", "short on sleep", "behind on sleep", "lost sleep"],
    ...["sleep short", "sleep shortfall", "sleep deficit", "schlafschuld", "dette de sommeil"],
  ]),
  row(["sleep-need"], 0, ["sleep need", "need of sleep", "sleep you need", "schlafbedarf"]),
  row(["sleep-score"], 1, ["sleep score", "sleep quality"]),
  row(["stress"], -1, ["stress", "overnight stress", "stress level"]),
  row(["respiration"], 0, ["respiration", "breathing rate", "breaths", "respiratory rate"]),
  row(["recovery", "recovery-score", "score"], 1, [
    ...["recovery", "recovery score", "score", "recovered", "erholung", "récupération"],
  ]),
  row(["recovery-index"], 1, ["recovery index"]),
  row(["load", "week-load", "training-load"], 0, [
    ...["load", "training load", "weekly load", "trained", "training", "week's load", "loads"],
    ...["tss", "trainingslast", "belastung", "charge", "charge d'entraînement"],
  ]),
  row(["fitness", "ctl"], 1, ["fitness", "ctl", "chronic load", "forme physique"]),
  row(["fatigue", "atl"], -1, ["fatigue", "atl", "acute load", "ermüdung"]),
  row(["form", "tsb"], 1, ["form", "tsb", "training stress balance", "freshness"]),
  row(["ramp", "ramp-rate"], 0, ["ramp", "ramp rate", "rate of fitness"]),
  row(["load-ratio", "acwr"], 0, [
    ...["load ratio", "acwr", "acute to chronic", "acute:chronic", "workload ratio"],
    "acute chronic workload ratio",
  ]),
  row(["monotony"], -1, ["monotony", "training monotony"]),
  row(["strain"], 0, ["strain", "training strain"]),
  row(["duration", "training-time", "volume"], 0, [
    ...["training time", "time trained", "volume", "trained", "training"],
    ...["duration", "ride", "run", "swim", "trained for", "moving time", "activity", "session"],
    ...["ran", "rode", "swam", "riding", "running", "swimming", "on the bike", "in the saddle"],
  ]),
  row(["distance"], 0, ["distance", "ride", "run", "swim", "ran", "rode", "swam", "covered"]),
  row(["ftp", "threshold-power"], 1, [
    "ftp",
    "ftp in use",
    "threshold power",
    "functional threshold power",
  ]),
  row(["eftp"], 1, ["eftp", "estimated ftp", "estimated threshold", "estimated threshold power"]),
  row(["threshold-hr", "lthr"], 0, ["threshold heart rate", "lthr", ...HEART_RATES]),
  row(["max-hr"], 0, [
    "max heart rate",
    "maximum heart rate",
    "highest heart rate",
    ...HEART_RATES,
  ]),
  row(["threshold-pace", "threshold-speed"], 1, ["threshold pace", "threshold speed", "pace"]),
  row(["swim-pace", "critical-swim-speed"], 1, ["critical swim speed", "css", "swim pace", "pace"]),
  row(["pace", "speed"], 1, ["pace", "speed"]),
  row(["best"], 0, [
    // Labels of the two: "your new best, ahead of the one before".
    ...["your new best", "your best before"],
    ...[
      "best effort",
      "best long effort",
      "best",
      "personal best",
      "new best",
      "record",
      "covered",
      "ran",
      "run",
      "rode",
      "ride",
    ],
    ...["swam", "swim"],
  ]),
  row(["power"], 1, ["power", "average power"]),
  row(["vo2max"], 1, ["vo2max", "vo2 max", "vo₂max"]),
  row(["decoupling"], -1, [
    ...["decoupling", "aerobic decoupling", "drift", "drifts", "drifted", "heart rate drift"],
    ...["heart rate drifts", "heart rate drifted"],
  ]),
  row(["efficiency"], 1, [
    ...["efficiency", "aerobic efficiency", "efficiency factor", "heartbeat", "each heartbeat"],
  ]),
  row(["weight"], 0, ["weight", "body weight", "gewicht", "poids"]),
  row(["workout"], 0, [
    "workout",
    "session",
    "ride",
    "run",
    "swim",
    "today's workout",
    "easy",
    "spin",
  ]),
  row(["effort"], 0, ["effort", "rpe", "perceived effort", "exertion", "effort felt"]),
  row(["check-in", "felt", "feel"], 1, [
    ...["check-in", "check-ins", "felt", "feel", "you felt", "how you felt", "how you feel"],
  ]),
];

/** Names that many things have: a text may use one without a fact of its own. */
const COMMON = new Set([
  ...["night", "nights", "training", "trained", "duration", "ride", "run", "swim", "ran", "rode"],
  ...[
    "swam",
    "covered",
    "pace",
    "speed",
    "power",
    "heart rate",
    "pulse",
    "hr",
    "activity",
    "drift",
  ],
  ...["riding", "running", "swimming", "on the bike", "in the saddle", "effort", "exertion"],
  ...[
    "session",
    "workout",
    "easy",
    "spin",
    "feel",
    "felt",
    "recovered",
    "stress",
    "strain",
    "form",
  ],
  ...["sleep", "slept", "asleep", "sleeping", "recovery", "volume", "score", "efficiency", "ramp"],
  ...["load", "loads", "fitness", "fatigue", "freshness", "training load", "distance", "weight"],
  ...[
    "today's workout",
    "charge",
    "belastung",
    "breaths",
    "check-in",
    "night's sleep",
    "time asleep",
  ],
]);

/** Whether a text that uses the name must have a fact to stand on. */
export function isOwnName(name: string): boolean {
  return !COMMON.has(name);
}

/** A fact is asked for its names again and again; a label's are the same for everybody. */
const ofFact = new WeakMap<Fact, ReadonlySet<string>>();
const known = new Map<string, ReadonlySet<string>>();

/** Every name that a text may call the fact by. */
export function namesOf(fact: Fact): ReadonlySet<string> {
  const names = ofFact.get(fact) ?? namesOfLabel(fact);
  ofFact.set(fact, names);
  return names;
}

function namesOfLabel(fact: Fact): ReadonlySet<string> {
  const key = `${fact.id}\n${fact.label}`;
  const before = known.get(key);
  if (before) return before;
  const names = new Set([...rowOf(fact).flatMap(({ names }) => names), ...ownNames(fact)]);
  if (known.size < MOST_KNOWN) known.set(key, names);
  return names;
}

/** Labels are few and the same for everybody. */
const MOST_KNOWN = 2000;

export function polarityOf(fact: Fact): -1 | 0 | 1 {
  // A best is more watts in the same time, or less time for the same way.
  if (fact.id.startsWith("best.")) return fact.unit === "s" ? -1 : 1;
  return rowOf(fact)[0]?.better ?? 0;
}

function rowOf(fact: Fact): readonly MetricRow[] {
  const [first = "", second = ""] = fact.id.split(".");
  const stem = second.replace(/-[\d-].*$/, "");
  const rowsOf = (key: string) => METRICS.filter(({ ids }) => ids.includes(key));
  // `sleep.need` is sleep need, and still of sleep; `load.monotony-7` is no load.
  const close = [...rowsOf(`${first}-${stem}`), ...rowsOf(stem)];
  return OF_NO_OTHER.has(stem) ? close : [...close, ...rowsOf(first)];
}

const OF_NO_OTHER = new Set(["monotony", "strain"]);

/** The label up to its first comma, and the id's first part where it is of several words. */
function ownNames(fact: Fact): string[] {
  const head = (fact.label.split(/[,(:]/)[0] ?? "").trim().toLowerCase();
  const first = fact.id.split(".")[0] ?? "";
  return [head, ...(first.includes("-") ? [first.replaceAll("-", " ")] : [])];
}

function row(ids: readonly string[], better: -1 | 0 | 1, names: readonly string[]): MetricRow {
  return { ids, names, better };
}
