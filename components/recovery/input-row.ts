import { clockFromMinute } from "@/lib/dates/format-clock";

export type InputRow = {
  readonly name: string;
  readonly value: string;
  /** Where it comes from; of a missing value, why it is missing. */
  readonly source: string;
};

/** A median beginning as a row's value. */
export function startOf(minute: number | null): Pick<InputRow, "value" | "source"> {
  return minute === null
    ? { value: "–", source: "too few sessions in four weeks" }
    : { value: clockFromMinute(minute), source: "the median of four weeks" };
}
