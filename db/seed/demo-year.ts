import { daysBetween, type LocalDate } from "@/lib/dates/local-date";
import { instantAt, utcOffsetSeconds } from "@/lib/dates/zoned-time";
import { DEMO_ATHLETE, demoCapacityOn } from "./demo-athlete";
import { burdenOf } from "./demo-body";
import { type DemoCalendar, type DemoSession, demoCalendar } from "./demo-calendar";
import { demoFitFile } from "./demo-fit-file";
import { type DemoCheckIn, demoNights } from "./demo-nights";
import { demoSets } from "./demo-sets";
import { demoRecording } from "./demo-streams";
import { demoWorkout } from "./demo-workout";

const SEED = 20_260_101;

export type DemoYear = {
  readonly calendar: DemoCalendar;
  readonly nights: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly checkIns: readonly DemoCheckIn[];
  /** One FIT file at a time: a year of them is large. */
  activityFiles(): Generator<{ readonly name: string; readonly bytes: Uint8Array }>;
};

/** Everything that the demo athlete's devices and mornings left behind in the year that ends `today`. */
export function demoYear(today: LocalDate): DemoYear {
  const calendar = demoCalendar(today, SEED);
  const { files, checkIns, strains } = demoNights(calendar, SEED + 1);
  return {
    calendar,
    nights: files,
    checkIns,
    *activityFiles() {
      for (const [index, session] of calendar.sessions.entries())
        yield fileOf(session, index, calendar, strains);
    },
  };
}

function fileOf(
  session: DemoSession,
  index: number,
  { today, firstDay, days }: DemoCalendar,
  strains: ReadonlyMap<LocalDate, number>,
): { name: string; bytes: Uint8Array } {
  const start = instantAt(
    session.day,
    Math.floor(session.startMinute / 60),
    session.startMinute % 60,
    DEMO_ATHLETE.timeZone,
  );
  const capacity = demoCapacityOn(daysBetween(session.day, today));
  const felt = days.get(session.day);
  const burden = felt ? burdenOf(felt, strains.get(session.day) ?? 0) : 0;
  const recording = demoRecording(session, capacity, SEED + 1000 + index, burden);
  const bytes = demoFitFile(
    session,
    recording,
    start,
    utcOffsetSeconds(start, DEMO_ATHLETE.timeZone),
    session.sport === "strength" ? demoSets(session.day, firstDay) : [],
    demoWorkout(session, capacity),
  );
  return { name: `${session.day}-${session.sport}.fit`, bytes };
}
