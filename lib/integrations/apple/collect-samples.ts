import { shownText } from "@/lib/integrations/shown-text";
import type { HealthWorkout } from "./health-file";
import { healthSpan } from "./health-time";
import { SAMPLE_TYPES } from "./health-types";
import type { RecordSpill } from "./record-spill";
import type { HealthAttributes, HealthVisitor } from "./walk-health";

const TYPES: ReadonlySet<string> = new Set(Object.values(SAMPLE_TYPES));
const LONGEST_WORKOUT_S = 48 * 3600;
/** Several apps may have written down the same hour; more than a few is a trick. */
const MOST_AT_ONCE = 8;

/** The second reading: the records that were made during each workout, by its place in the list. */
export class CollectSamples implements HealthVisitor {
  readonly #starts: Float64Array;
  readonly #ends: Float64Array;
  readonly #samples: RecordSpill;

  /** `workouts` by their start, the earliest first. */
  constructor(workouts: readonly HealthWorkout[], samples: RecordSpill) {
    this.#starts = Float64Array.from(workouts, ({ startS }) => startS);
    this.#ends = Float64Array.from(workouts, ({ startS, endS }) =>
      Math.min(endS, startS + LONGEST_WORKOUT_S),
    );
    this.#samples = samples;
  }

  open(path: readonly string[], attributes: HealthAttributes): void {
    const { type = "", sourceName, unit, value: said = "" } = attributes;
    if (path.length !== 2 || path[1] !== "Record" || !TYPES.has(type) || said === "") return;
    const span = healthSpan(attributes);
    const value = Number(said);
    if (span === null || !Number.isFinite(value)) return;
    const owners = this.#during(span.startS);
    if (owners.length === 0) return;
    const source = shownText(sourceName);
    const key = { type, source, unit: unit ?? null, category: null, utcOffsetS: 0 };
    for (const owner of owners) this.#samples.add(owner, key, span.startS, span.endS, value);
  }

  close(): void {
    // Everything stands in the attributes.
  }

  #during(atS: number): number[] {
    const owners: number[] = [];
    let at = this.#lastBegunBy(atS);
    for (let tried = 0; at >= 0 && tried < MOST_AT_ONCE; at--, tried++) {
      if ((this.#starts[at] as number) < atS - LONGEST_WORKOUT_S) break;
      if ((this.#ends[at] as number) >= atS) owners.push(at);
    }
    return owners;
  }

  #lastBegunBy(atS: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#starts[middle] as number) <= atS) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
