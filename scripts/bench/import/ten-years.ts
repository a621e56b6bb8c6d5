import { DEMO_CAPACITIES, demoCapacityOn } from "@/db/seed/demo-athlete";
import type { DemoSession } from "@/db/seed/demo-calendar";
import { demoFitFile } from "@/db/seed/demo-fit-file";
import { demoRecording } from "@/db/seed/demo-streams";
import { seededRandom } from "@/db/seed/seeded-random";
import { addDays, localDate } from "@/lib/dates/local-date";
import { shiftFit } from "./shift-fit";

const YEARS_DAYS = 3_650;
const DAY_S = 86_400;
/** What the others are moved copies of: enough to be of every kind and length. */
const KINDS = 24;
const SPORTS = ["cycling", "running", "running", "indoor_cycling", "cycling", "running"] as const;

/** `count` FIT activities of 35 to 100 minutes, spread over the ten years before `today`. */
export function* tenYears(count: number, today: string): Generator<Uint8Array> {
  const lastDay = addDays(localDate(today), -1);
  const kinds = Array.from({ length: Math.min(KINDS, count) }, (_, i) => recorded(i, lastDay));
  for (let i = 0; i < count; i++) {
    // Whole steps of a fraction of a day: two on one day are hours apart.
    const secondsBefore = Math.round((i * YEARS_DAYS * DAY_S) / count);
    yield shiftFit(kinds[i % kinds.length] as Uint8Array, -secondsBefore);
  }
}

function recorded(index: number, day: DemoSession["day"]): Uint8Array {
  const random = seededRandom(index + 1);
  const session: DemoSession = {
    day,
    startMinute: 600,
    sport: SPORTS[index % SPORTS.length] ?? "running",
    name: "Generated",
    blocks: Array.from({ length: 5 }, () => ({
      durationS: Math.round(random.between(420, 1_200)),
      intensity: random.between(0.6, 0.95),
    })),
  };
  const capacity = demoCapacityOn(index % DEMO_CAPACITIES.length);
  const recording = demoRecording(session, capacity, index + 1);
  return demoFitFile(session, recording, new Date(`${day}T06:00:00Z`), 3_600);
}
