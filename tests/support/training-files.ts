import { demoCapacityOn } from "@/db/seed/demo-athlete";
import { demoFitFile } from "@/db/seed/demo-fit-file";
import { demoRecording } from "@/db/seed/demo-streams";
import type { LocalDate } from "@/lib/dates/local-date";

/** A quarter of an hour of riding or running as a FIT file; the intensity is a share of threshold. */
export function fitFileOf(
  day: LocalDate,
  sport: "cycling" | "running",
  intensity = 0.8,
): Uint8Array {
  const session = {
    day,
    startMinute: 600,
    sport,
    name: sport,
    blocks: [{ durationS: 900, intensity }],
  };
  const recording = demoRecording(session, demoCapacityOn(0), 7);
  return demoFitFile(session, recording, new Date(`${day}T09:00:00Z`), 3600);
}

/** A night in the form of Garmin Connect's sleep payload. */
export function sleepPayload(calendarDate: LocalDate, hrvMs: number): Uint8Array {
  const payload = {
    dailySleepDTO: {
      calendarDate,
      sleepTimeSeconds: 27_000,
      sleepScores: { overall: { value: 80 } },
    },
    avgOvernightHrv: hrvMs,
    restingHeartRate: 50,
  };
  return new TextEncoder().encode(JSON.stringify(payload));
}
