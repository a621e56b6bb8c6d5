import type { StreamName } from "@/lib/schemas/activity";
import type { Channel, Streams } from "@/lib/training/activity/activity-types";

const DRAWN: readonly StreamName[] = [
  "powerW",
  "heartRateBpm",
  "speedMps",
  "altitudeM",
  "cadenceRpm",
];

/** The streams worth a pane: those with more than one value, of which not all are zero. */
export function recordedStreams({ channels }: Streams): StreamName[] {
  return DRAWN.filter((name) => {
    const channel = channels[name];
    return channel !== undefined && saysSomething(channel);
  });
}

function saysSomething(channel: Channel): boolean {
  let values = 0;
  let isAllZero = true;
  for (let i = 0; i < channel.values.length; i++) {
    if (channel.valid[i] !== 1) continue;
    values++;
    if (channel.values[i] !== 0) isAllZero = false;
    if (values > 1 && !isAllZero) return true;
  }
  return false;
}
