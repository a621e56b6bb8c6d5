import { describe, expect, it } from "vitest";
import { activityProfile } from "./activity-profile";
import type { Streams } from "./activity-types";

function streams(power: readonly number[], validFrom = 0): Streams {
  const valid = Uint8Array.from(power, (_, i) => (i >= validFrom ? 1 : 0));
  return {
    lengthS: power.length,
    timerOn: new Uint8Array(power.length).fill(1),
    channels: { powerW: { values: Float32Array.from(power), valid } },
  };
}

describe("activityProfile", () => {
  it("scales the means of sixty parts to 0-1", () => {
    const profile = activityProfile(streams(Array.from({ length: 600 }, (_, i) => i)));
    expect(profile).toHaveLength(60);
    expect(profile?.[0]).toBe(0);
    expect(profile?.at(-1)).toBe(1);
    expect(profile).toEqual([...(profile ?? [])].sort((a, b) => a - b));
  });

  it("is level for a steady effort", () => {
    expect(activityProfile(streams(new Array(120).fill(200)))).toEqual(new Array(60).fill(0.5));
  });

  it("is null when no channel covers the activity or it is shorter than a minute", () => {
    expect(activityProfile(streams(new Array(100).fill(200), 60))).toBeNull();
    expect(activityProfile(streams(new Array(59).fill(200)))).toBeNull();
  });
});
