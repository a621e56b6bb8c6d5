import "server-only";
import type { StreamName } from "@/lib/schemas/activity";
import type { Channel, Streams } from "@/lib/training/activity/activity-types";

/** A channel for every stream that has a pane; what is left of W′ joins the recorded ones. */
export function streamChannels(
  { channels }: Streams,
  balance: Channel | null = null,
): { readonly [Name in StreamName]?: Channel } {
  return balance === null ? channels : { ...channels, workBalanceJ: balance };
}
