import "server-only";
import type { StreamName } from "@/lib/schemas/activity";
import type { Channel, Streams } from "@/lib/training/activity/activity-types";

/** What a screen can tell apart; more digits would only be heavier to send. */
export const STREAM_DECIMALS: Readonly<Record<StreamName, number>> = {
  powerW: 1,
  workBalanceJ: 0,
  heartRateBpm: 1,
  speedMps: 3,
  altitudeM: 1,
  cadenceRpm: 1,
};

/** A channel for every stream that has a pane; what is left of W′ joins the recorded ones. */
export function streamChannels(
  { channels }: Streams,
  balance: Channel | null = null,
): { readonly [Name in StreamName]?: Channel } {
  return balance === null ? channels : { ...channels, workBalanceJ: balance };
}
