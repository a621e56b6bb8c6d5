import type { Channel, ChannelName, Streams } from "../activity/activity-types";
import type { Sport } from "../activity/sports";
import type { PlannedTarget } from "../plan/planned-workout";

const CHANNELS: Readonly<Record<PlannedTarget["kind"], ChannelName | null>> = {
  power: "powerW",
  heart_rate: "heartRateBpm",
  speed: "speedMps",
  cadence: "cadenceRpm",
  rpe: null,
  open: null,
};

const WORDS: Readonly<Record<ChannelName, string>> = {
  powerW: "power",
  heartRateBpm: "heart rate",
  speedMps: "speed",
  cadenceRpm: "cadence",
  altitudeM: "altitude",
  distanceM: "distance",
  latitudeDeg: "position",
  longitudeDeg: "position",
  temperatureC: "temperature",
};

type Channels = Streams["channels"];

/** The channel that a target speaks of, or in words why there is none. */
export function targetChannel(
  { kind, low, high, reason }: PlannedTarget,
  channels: Channels,
): { readonly channel: Channel } | { readonly reason: string } {
  if (reason !== undefined) return { reason };
  if (kind === "rpe") return { reason: "Planned by feel." };
  const name = CHANNELS[kind];
  if (name === null || (low === null && high === null)) return { reason: "No target." };
  const channel = channels[name];
  return channel ? { channel } : { reason: `Too little ${WORDS[name]} was recorded, or none.` };
}

/** What tells hard from easy where no target does: power on the bike, else speed, else heart rate. */
export function outputChannel(sport: Sport, channels: Channels): Channel | null {
  const { powerW, speedMps, heartRateBpm } = channels;
  if (sport === "cycling" && powerW) return powerW;
  return speedMps ?? heartRateBpm ?? null;
}
