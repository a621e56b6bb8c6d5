import "server-only";
import type { StreamName } from "@/lib/schemas/activity";
import type { Channel, Streams } from "@/lib/training/activity/activity-types";

/** A channel for every stream that has a pane; a derived one joins the recorded ones here. */
export function streamChannels({ channels }: Streams): {
  readonly [Name in StreamName]?: Channel;
} {
  return channels;
}
