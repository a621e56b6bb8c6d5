import { MAX_WORKOUTS } from "../files/limits";
import { Refusal } from "../files/refusal";
import { type DayRecord, dayRecord, inTimeZone, monthOf } from "./day-record";
import type { RecordSpill } from "./record-spill";
import type { HealthAttributes, HealthVisitor } from "./walk-health";
import { addToWorkout, beginWorkout, type WorkoutDraft } from "./workout-draft";

/** Children of the root: the same records stand in correlations once more. */
const TOP = 2;

/** The first reading: the workouts, and by month what is known of nights and days. */
export class CollectWorkouts implements HealthVisitor {
  readonly workouts: WorkoutDraft[] = [];
  readonly #days: RecordSpill;
  #workout: WorkoutDraft | null = null;
  #record: DayRecord | null = null;

  constructor(days: RecordSpill) {
    this.#days = days;
  }

  open(path: readonly string[], attributes: HealthAttributes): void {
    const name = path.at(-1);
    if (path.length === TOP && name === "Record") this.#record = dayRecord(attributes);
    else if (path.length === TOP && name === "Workout") this.#workout = beginWorkout(attributes);
    else if (this.#workout) addToWorkout(this.#workout, path.slice(TOP), attributes);
    else if (this.#record && attributes.key === "HKTimeZone") {
      this.#record = inTimeZone(this.#record, attributes.value ?? "");
    }
  }

  close(path: readonly string[]): void {
    if (path.length !== TOP) return;
    if (this.#record) {
      const { key, startS, endS, value } = this.#record;
      this.#days.add(monthOf(this.#record), key, startS, endS, value);
      this.#record = null;
    }
    if (this.#workout) {
      if (this.workouts.length >= MAX_WORKOUTS) throw new Refusal("too_costly");
      this.workouts.push(this.#workout);
      this.#workout = null;
    }
  }
}
