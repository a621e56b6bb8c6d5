import type { ActivityDetail } from "@/db/queries/activity-detail";
import type { Streams } from "@/lib/training/activity/activity-types";

/** An activity with its streams; null when it came without. */
export type Recording = { readonly activity: ActivityDetail; readonly streams: Streams | null };
