import type { AnalysedActivity } from "./analyse-recording";

/** A recording that an activity is still to be combined with, as columns. */
export function recordingRow({ recorded, startedAt, day, columns }: AnalysedActivity) {
  return {
    ...{ startedAt, day, utcOffsetS: columns.utcOffsetS },
    sport: recorded.sport,
    elapsedS: recorded.elapsedS,
    timerS: recorded.timerS,
    distanceM: recorded.distanceM,
    device: recorded.device,
    combinedAt: null,
  };
}

/** The first recording: all that its activity is made of. */
export function firstRecordingRow(analysed: AnalysedActivity) {
  const { coverage, columns } = analysed;
  return { ...recordingRow(analysed), coverage, combinedAt: columns.analysedAt };
}
