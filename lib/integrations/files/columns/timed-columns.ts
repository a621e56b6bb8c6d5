import type { ChannelName } from "@/lib/training/activity/activity-types";

/** Records of a file as columns. */
export type TimedColumns = {
  readonly count: number;
  /** Unix seconds; NaN where a record has no time. */
  readonly timeS: Float64Array;
  /** NaN where a record has no value; a channel that no record has is absent. */
  readonly channels: Partial<Record<ChannelName, Float64Array>>;
};
