import { expect, it } from "vitest";
import type { ActivityDetail } from "@/db/queries/activity-detail";
import type { Channel } from "@/lib/training/activity/activity-types";
import { recordedStreams, tellingStreams } from "./recorded-streams";

const LENGTH_S = 600;

function channelOf(value: (second: number) => number | null): Channel {
  const values = Array.from({ length: LENGTH_S }, (_, second) => value(second));
  return {
    values: Float64Array.from(values, (one) => one ?? 0),
    valid: Uint8Array.from(values, (one) => (one === null ? 0 : 1)),
  };
}

function namesOf(channels: Readonly<Record<string, Channel>>) {
  return recordedStreams({
    lengthS: LENGTH_S,
    timerOn: new Uint8Array(LENGTH_S).fill(1),
    channels,
  });
}

it("draws what was recorded, a steady heart rate too", () => {
  expect(
    namesOf({
      powerW: channelOf((second) => second % 300),
      heartRateBpm: channelOf(() => 120),
      altitudeM: channelOf((second) => second / 10),
    }),
  ).toEqual(["powerW", "heartRateBpm", "altitudeM"]);
});

it("leaves out a meter that was not connected, flat ground and lone points", () => {
  expect(
    namesOf({
      powerW: channelOf(() => 0),
      altitudeM: channelOf(() => 6),
      speedMps: channelOf((second) => (second % 40 === 0 ? 1 + second / 600 : null)),
      heartRateBpm: channelOf((second) => (second === 0 ? 95 : null)),
    }),
  ).toEqual([]);
});

it("keeps a recording that broke off", () => {
  expect(namesOf({ speedMps: channelOf((second) => (second < 60 ? second / 20 : null)) })).toEqual([
    "speedMps",
  ]);
});

it("tells no height under water and no speed of steps in a hall", () => {
  const streams = {
    lengthS: LENGTH_S,
    timerOn: new Uint8Array(LENGTH_S).fill(1),
    channels: {
      heartRateBpm: channelOf(() => 90),
      altitudeM: channelOf((second) => second / 10),
      speedMps: channelOf((second) => (second % 60) / 10),
    },
  };
  const names = (facts: Partial<ActivityDetail>) =>
    tellingStreams({ timerS: LENGTH_S, ...facts } as ActivityDetail, streams);
  expect(names({ sport: "diving", distanceM: 75 })).toEqual(["heartRateBpm"]);
  expect(names({ sport: "team_sport", distanceM: 40 })).toEqual(["heartRateBpm", "altitudeM"]);
  expect(names({ sport: "team_sport", distanceM: 900 })).toContain("speedMps");
});
