import { writeFileSync } from "node:fs";
import path from "node:path";
import {
  DAYS_FORMAT,
  HEALTH_FILE_VERSION,
  type HealthDaysFile,
  type HealthRoute,
  type HealthSeries,
  type HealthWorkout,
  type HealthWorkoutFile,
  WORKOUT_FORMAT,
} from "./health-file";

export type HealthPart = {
  /** In the directory that was given. */
  readonly file: string;
  /** What it holds. */
  readonly name: string;
  /** The tracks that are part of it. */
  readonly routes: readonly string[];
};

/** Writes the parts of an export into a folder: the same content gives the same bytes. */
export class PartWriter {
  readonly #directory: string;
  readonly #parts: (HealthPart & { readonly time: string })[] = [];

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** One month's nights and days. */
  addDays(series: HealthSeries[]): void {
    const ends = series.map(({ endS, utcOffsetS }) => (endS.at(-1) ?? 0) + utcOffsetS);
    const date = localTime(Math.max(...ends)).slice(0, 10);
    const head = { format: DAYS_FORMAT, version: HEALTH_FILE_VERSION, date } as const;
    this.#write({ ...head, series }, `nights and days to ${date}.json`, date, []);
  }

  addWorkout(
    workout: HealthWorkout,
    series: HealthSeries[],
    route: HealthRoute | null,
    routes: readonly string[],
  ): void {
    const time = localTime(workout.startS + workout.utcOffsetS);
    const date = time.slice(0, 10);
    const head = { format: WORKOUT_FORMAT, version: HEALTH_FILE_VERSION, date } as const;
    const kind = workout.activityType.replace(/^HKWorkoutActivityType/, "");
    const name = `${date} ${time.slice(11, 16).replace(":", ".")} ${kind}.json`;
    this.#write({ ...head, workout, series, route }, name, time, routes);
  }

  /** Oldest first. */
  sorted(): HealthPart[] {
    return this.#parts
      .sort((a, b) => (a.time < b.time ? -1 : 1))
      .map(({ file, name, routes }) => ({ file, name, routes }));
  }

  #write(
    content: HealthDaysFile | HealthWorkoutFile,
    name: string,
    time: string,
    routes: readonly string[],
  ): void {
    const file = `part-${this.#parts.length}.json`;
    writeFileSync(path.join(this.#directory, file), JSON.stringify(content), { mode: 0o600 });
    this.#parts.push({ file, name, routes, time });
  }
}

function localTime(localS: number): string {
  return new Date(localS * 1000).toISOString();
}
