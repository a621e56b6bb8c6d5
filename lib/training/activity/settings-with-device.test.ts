import { describe, expect, it } from "vitest";
import { NOTHING_SET } from "@/tests/support/nothing-set";
import { settingsWithDevice } from "./settings-with-device";

describe("settingsWithDevice", () => {
  it("lets the device stand in and says so", () => {
    const ride = {
      sport: "cycling",
      deviceValues: { ftpW: 284, maxHeartRateSettingBpm: 183 },
    } as const;
    const { settings, notes } = settingsWithDevice(ride, NOTHING_SET);
    expect(settings).toMatchObject({ ftpW: 284, maxHeartRateBpm: 183, restingHeartRateBpm: null });
    expect(notes[0]?.text).toContain("FTP 284 W, maximum heart rate 183 bpm");
  });

  it("never replaces the athlete's own value", () => {
    const ride = { sport: "cycling", deviceValues: { ftpW: 284 } } as const;
    expect(settingsWithDevice(ride, { ...NOTHING_SET, ftpW: 250 })).toEqual({
      settings: { ...NOTHING_SET, ftpW: 250 },
      notes: [],
    });
  });

  it("leaves a running watch's FTP alone", () => {
    const run = { sport: "running", deviceValues: { ftpW: 300 } } as const;
    expect(settingsWithDevice(run, NOTHING_SET).settings.ftpW).toBeNull();
  });
});
