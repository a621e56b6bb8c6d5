/** Believable Apple Health exports of nobody, piece by piece. */

const WATCH = "Ada&#x2019;s Apple\u00a0Watch";
const PHONE = "Ada&#x2019;s iPhone";
const QUANTITY = "HKQuantityTypeIdentifier";

export const HEALTH_HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [
<!-- HealthKit Export Version: 13 -->
<!ELEMENT HealthData (ExportDate,Me,(Record|Correlation|Workout|ActivitySummary)*)>
<!ATTLIST HealthData
  locale CDATA #REQUIRED
>
<!ELEMENT Record ((MetadataEntry|HeartRateVariabilityMetadataList)*)>
]>
<HealthData locale="en_FR">
 <ExportDate value="2024-06-01 09:00:00 +0200"/>
 <Me HKCharacteristicTypeIdentifierDateOfBirth="1990-01-01"/>
`;
export const HEALTH_TAIL = `</HealthData>\n`;

export type ClockOptions = {
  /** Minutes ahead of UTC by which times are written. */
  readonly offsetMin?: number;
};

/** "2024-05-03 06:30:00 +0200". */
export function healthTime(epochS: number, offsetMin = 120): string {
  const local = new Date((epochS + offsetMin * 60) * 1000).toISOString();
  const size = Math.abs(offsetMin);
  const zone = `${Math.trunc(size / 60)}`.padStart(2, "0") + `${size % 60}`.padStart(2, "0");
  return `${local.slice(0, 10)} ${local.slice(11, 19)} ${offsetMin < 0 ? "-" : "+"}${zone}`;
}

type RecordOptions = ClockOptions & {
  readonly unit?: string;
  readonly endS?: number;
  readonly source?: "watch" | "phone";
  readonly inside?: string;
};

/** One `<Record>`; `type` without its long prefix. */
export function record(
  type: string,
  startS: number,
  value: number | string,
  options: RecordOptions = {},
): string {
  const { unit, endS = startS, source = "watch", offsetMin, inside } = options;
  const isPhone = source === "phone";
  // The address in memory is another in every export.
  const device = isPhone
    ? ""
    : ` device="&lt;&lt;HKDevice: 0x${(startS % 65_536).toString(16)}&gt;, name:Apple Watch, manufacturer:Apple Inc., model:Watch, hardware:Watch6,1, software:10.4&gt;"`;
  const name = type.startsWith("HK") ? type : `${QUANTITY}${type}`;
  const attributes = `type="${name}" sourceName="${isPhone ? PHONE : WATCH}" sourceVersion="10.4"${device}${unit ? ` unit="${unit}"` : ""} creationDate="${healthTime(endS, offsetMin)}" startDate="${healthTime(startS, offsetMin)}" endDate="${healthTime(endS, offsetMin)}" value="${value}"`;
  return inside ? ` <Record ${attributes}>\n${inside}\n </Record>\n` : ` <Record ${attributes}/>\n`;
}

export type Sleep = readonly (readonly [stage: string, minutes: number])[];

/** A night from `startS` on, stage after stage. */
export function night(startS: number, stages: Sleep, options: RecordOptions = {}): string {
  let at = startS;
  return stages
    .map(([stage, minutes]) => {
      const from = at;
      at += minutes * 60;
      const value = `HKCategoryValueSleepAnalysis${stage}`;
      return record("HKCategoryTypeIdentifierSleepAnalysis", from, value, { ...options, endS: at });
    })
    .join("");
}

export type WorkoutOptions = ClockOptions & {
  readonly minutes?: number;
  readonly source?: string;
  /** What stands inside the element. */
  readonly inside?: string;
};

/** One `<Workout>`; `kind` as in HKWorkoutActivityType. */
export function workout(kind: string, startS: number, options: WorkoutOptions = {}): string {
  const { minutes = 30, offsetMin, inside = "", source = WATCH } = options;
  const endS = startS + minutes * 60;
  return ` <Workout workoutActivityType="HKWorkoutActivityType${kind}" duration="${minutes}" durationUnit="min" sourceName="${source}" sourceVersion="10.4" device="&lt;&lt;HKDevice: 0x${(startS % 4096).toString(16)}&gt;, name:Apple Watch, manufacturer:Apple Inc., model:Watch, hardware:Watch6,1, software:10.4&gt;" creationDate="${healthTime(endS, offsetMin)}" startDate="${healthTime(startS, offsetMin)}" endDate="${healthTime(endS, offsetMin)}">\n${inside} </Workout>\n`;
}

export const statistic = (type: string, unit: string, values: string): string =>
  `  <WorkoutStatistics type="${QUANTITY}${type}" startDate="x" endDate="x" ${values} unit="${unit}"/>\n`;
export const metadata = (key: string, value: string): string =>
  `  <MetadataEntry key="${key}" value="${value}"/>\n`;
export const routeOf = (file: string): string =>
  `  <WorkoutRoute sourceName="${WATCH}" startDate="x" endDate="x">\n   <MetadataEntry key="HKMetadataKeySyncVersion" value="2"/>\n   <FileReference path="/workout-routes/${file}"/>\n  </WorkoutRoute>\n`;

/** A track as the export has it, a point a second, northward at 3 m/s. */
export function routeFile(startS: number, seconds: number): string {
  const points = Array.from({ length: seconds }, (_, s) => {
    const time = new Date((startS + s) * 1000).toISOString().replace(".000", "");
    const latitude = (48.85 + (s * 3) / 111_195).toFixed(14);
    return `<trkpt lon="2.35${"0".repeat(12)}" lat="${latitude}"><ele>${(35 + s / 100).toFixed(6)}</ele><time>${time}</time><extensions><speed>3.000000</speed><course>0.5</course><hAcc>1.9</hAcc><vAcc>1.5</vAcc></extensions></trkpt>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" creator="Apple Health Export" xmlns="http://www.topografix.com/GPX/1/1"><metadata><time>2024-06-01T07:00:00Z</time></metadata><trk><name>Route</name><trkseg>${points.join("\n")}</trkseg></trk></gpx>\n`;
}

/** A run of half an hour with heart rate, power, distance, steps of the phone and a route. */
export function run(startS: number, route: string): { records: string; workout: string } {
  let records = "";
  for (let s = 0; s < 1800; s += 5) {
    records += record("HeartRate", startS + s, 140 + (s % 20), { unit: "count/min" });
    records += record("RunningPower", startS + s, 250, { unit: "W", endS: startS + s + 5 });
    const covered = { unit: "km", endS: startS + s + 5 };
    records += record("DistanceWalkingRunning", startS + s, 0.015, covered);
    if (s % 60 === 0) {
      const ofPhone = { ...covered, endS: startS + s + 60, source: "phone" as const };
      records += record("DistanceWalkingRunning", startS + s, 0.17, ofPhone);
    }
  }
  const inside =
    metadata("HKIndoorWorkout", "0") +
    metadata("HKTimeZone", "Europe/Paris") +
    metadata("HKElevationAscended", "1800 cm") +
    statistic("DistanceWalkingRunning", "km", 'sum="5.4"') +
    statistic("ActiveEnergyBurned", "kcal", 'sum="390"') +
    statistic("HeartRate", "count/min", 'average="149.5" minimum="140" maximum="159"') +
    routeOf(route);
  return { records, workout: workout("Running", startS, { inside }) };
}

export const healthXml = (...content: readonly string[]): string =>
  HEALTH_HEAD + content.join("") + HEALTH_TAIL;
