import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import path from "node:path";
import { MAX_SAMPLES, MAX_SPILL_BYTES } from "../files/limits";
import { Refusal } from "../files/refusal";
import type { HealthSeries } from "./health-file";

/** What records of one series have in common. */
export type SeriesKey = Pick<HealthSeries, "type" | "source" | "unit" | "category" | "utcOffsetS">;

const BUCKETS = 128;
const NUMBERS = 5;
const BUFFERED_ROWS = 1_024;
const MOST_SERIES = 100_000;
/** A night has a handful of series, a ride two dozen, each with its samples. */
const MOST_ROWS_OF_ONE = 4 * MAX_SAMPLES;

type Bucket = {
  readonly file: string;
  readonly handle: number;
  readonly rows: Float64Array;
  used: number;
};

/**
 * Sorts records by what they belong to (a workout, a month) over the disk: memory stays the
 * same however many there are. Throws Refusal past what any export holds.
 */
export class RecordSpill {
  readonly #directory: string;
  readonly #buckets = new Map<number, Bucket>();
  readonly #indexes = new Map<string, number>();
  readonly #series: SeriesKey[] = [];
  readonly #counts = new Map<number, number>();
  #bytes = 0;

  constructor(directory: string) {
    this.#directory = directory;
  }

  add(owner: number, key: SeriesKey, startS: number, endS: number, value: number): void {
    const count = (this.#counts.get(owner) ?? 0) + 1;
    if (count > MOST_ROWS_OF_ONE) throw new Refusal("too_many_samples");
    this.#counts.set(owner, count);
    const bucket = this.#bucket(owner % BUCKETS);
    bucket.rows.set([owner, this.#index(key), startS, endS, value], bucket.used * NUMBERS);
    bucket.used += 1;
    if (bucket.used === BUFFERED_ROWS) this.#flush(bucket);
  }

  /** Everything by owner, a part at a time; series and rows in an order that only they decide. */
  *groups(): Generator<{ readonly owner: number; readonly series: HealthSeries[] }> {
    for (const bucket of this.#buckets.values()) {
      this.#flush(bucket);
      closeSync(bucket.handle);
      const { buffer, byteOffset, length } = readFileSync(bucket.file);
      rmSync(bucket.file);
      yield* this.#grouped(new Float64Array(buffer.slice(byteOffset, byteOffset + length)));
    }
  }

  *#grouped(rows: Float64Array) {
    const owners = new Map<number, Map<number, number[]>>();
    for (let at = 0; at < rows.length; at += NUMBERS) {
      const [owner, index] = [rows[at] as number, rows[at + 1] as number];
      const series = owners.get(owner) ?? new Map<number, number[]>();
      owners.set(owner, series);
      const places = series.get(index) ?? [];
      series.set(index, places);
      places.push(at);
    }
    for (const [owner, bySeries] of owners) {
      const series = [...bySeries].map(([index, places]) => this.#seriesOf(index, places, rows));
      yield { owner, series: series.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)) };
    }
  }

  #seriesOf(index: number, places: number[], rows: Float64Array): HealthSeries {
    const number = (place: number, column: number) => rows[place + column] as number;
    places.sort(
      (a, b) =>
        number(a, 2) - number(b, 2) || number(a, 3) - number(b, 3) || number(a, 4) - number(b, 4),
    );
    return {
      ...(this.#series[index] as SeriesKey),
      startS: places.map((place) => number(place, 2)),
      endS: places.map((place) => number(place, 3)),
      value: places.map((place) => number(place, 4)),
    };
  }

  #index(key: SeriesKey): number {
    const name = nameOf(key);
    const known = this.#indexes.get(name);
    if (known !== undefined) return known;
    if (this.#series.length >= MOST_SERIES) throw new Refusal("too_costly");
    this.#indexes.set(name, this.#series.length);
    return this.#series.push(key) - 1;
  }

  #bucket(number: number): Bucket {
    const known = this.#buckets.get(number);
    if (known) return known;
    const file = path.join(this.#directory, `records-${number}`);
    const rows = new Float64Array(BUFFERED_ROWS * NUMBERS);
    const bucket = { file, handle: openSync(file, "wx", 0o600), rows, used: 0 };
    this.#buckets.set(number, bucket);
    return bucket;
  }

  #flush(bucket: Bucket): void {
    const bytes = Buffer.from(bucket.rows.buffer, 0, bucket.used * NUMBERS * 8);
    this.#bytes += bytes.length;
    if (this.#bytes > MAX_SPILL_BYTES) throw new Refusal("too_costly");
    if (bytes.length > 0) writeSync(bucket.handle, bytes);
    bucket.used = 0;
  }
}

function nameOf({ type, source, unit, category, utcOffsetS }: SeriesKey): string {
  return `${type}\n${source}\n${unit}\n${category}\n${utcOffsetS}`;
}
