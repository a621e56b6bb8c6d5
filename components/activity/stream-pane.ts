import type { StreamName } from "@/lib/schemas/activity";
import type { Extent } from "@/lib/training/activity/channel-extent";
import type { RangeAverages } from "@/lib/training/activity/range-averages";
import type { PaneTick } from "./pane-ticks";

/** Means of a stretch, and what was left of W′ at its end where that is known. */
export type Stretch = RangeAverages & { readonly workBalanceJ?: number | null };

/** One strip of the streams chart: what it is called, how tall it is, and how its values read. */
export type StreamPane = {
  readonly name: StreamName;
  readonly label: string;
  readonly heightPx: number;
  /** Custom property of the line's colour. */
  readonly colour: string;
  /** Class name of text that speaks of the line. */
  readonly ink: string;
  readonly isFilled: boolean;
  readonly extent: (recorded: Extent) => Extent;
  readonly ticks: (shown: Extent) => PaneTick[];
  readonly format: (value: number | null) => string;
  /** What a stretch of it comes to, for tables, how that is called where it is no mean of it, and how it reads. */
  readonly ofStretch: {
    readonly label: string;
    readonly value: (stretch: Stretch) => number | null;
    readonly format: (value: number | null) => string;
  };
};
