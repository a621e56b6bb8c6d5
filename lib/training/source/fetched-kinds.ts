/** What a sync counts, in the order in which it is told. */
export const FETCHED_KINDS = ["activities", "files", "days", "busyTimes"] as const;

export type FetchedKind = (typeof FETCHED_KINDS)[number];
