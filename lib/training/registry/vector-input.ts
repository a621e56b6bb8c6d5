import type { Channel } from "../activity/activity-types";

/** Reads the input of one vector; what is missing or of the wrong kind is a RangeError with its name. */
export class VectorInput {
  private readonly fields: Readonly<Record<string, unknown>>;

  constructor(fields: Readonly<Record<string, unknown>>) {
    this.fields = fields;
  }

  has(name: string): boolean {
    return name in this.fields;
  }

  number(name: string): number {
    const value = this.numberOrNull(name);
    if (value === null) throw new RangeError(`Input "${name}" is missing.`);
    return value;
  }

  numberOr(name: string, fallback: number): number {
    return this.numberOrNull(name) ?? fallback;
  }

  numberOrNull(name: string): number | null {
    const value = this.fields[name] ?? null;
    if (value === null || typeof value === "number") return value;
    throw new RangeError(`Input "${name}" is not a number.`);
  }

  /** An object of inputs within the input. */
  group(name: string): VectorInput {
    const value = this.fields[name];
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      return new VectorInput({ ...value });
    }
    throw new RangeError(`Input "${name}" is not a group of inputs.`);
  }

  /** One of the given words. */
  word<Word extends string>(name: string, words: readonly Word[]): Word {
    const value = words.find((word) => word === this.fields[name]);
    if (value !== undefined) return value;
    throw new RangeError(`Input "${name}" is none of ${words.join(", ")}.`);
  }

  /** An array of numbers, or `{ segments: [[value, seconds], …] }` at 1 Hz. */
  series(name: string): Float64Array {
    const value = this.fields[name];
    const numbers = Array.isArray(value) ? value : fromSegments(value);
    if (numbers === null || !numbers.every((item) => typeof item === "number")) {
      throw new RangeError(`Input "${name}" is not a series of numbers.`);
    }
    return Float64Array.from(numbers);
  }

  /** A series without gaps, as a recorded channel. */
  channel(name: string): Channel {
    const values = this.series(name);
    return { values, valid: new Uint8Array(values.length).fill(1) };
  }

  /** An array of numbers and nulls. */
  nullableSeries(name: string): (number | null)[] {
    const value = this.fields[name];
    if (Array.isArray(value) && value.every((item) => item === null || typeof item === "number")) {
      return value;
    }
    throw new RangeError(`Input "${name}" is not a series of numbers and nulls.`);
  }
}

function fromSegments(value: unknown): unknown[] | null {
  if (typeof value !== "object" || value === null || !("segments" in value)) return null;
  if (!Array.isArray(value.segments)) return null;
  const numbers: unknown[] = [];
  for (const segment of value.segments) {
    if (!Array.isArray(segment)) return null;
    const [level, seconds] = segment;
    if (typeof seconds !== "number") return null;
    for (let s = 0; s < seconds; s++) numbers.push(level);
  }
  return numbers;
}
