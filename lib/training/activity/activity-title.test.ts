import { describe, expect, it } from "vitest";
import { activityTitle } from "./activity-title";

describe("activityTitle", () => {
  it("names the part of the day and the sport", () => {
    expect(activityTitle("cycling", "road", 7)).toBe("Morning ride");
    expect(activityTitle("running", "trail", 12)).toBe("Midday trail run");
    expect(activityTitle("swimming", "openWater", 19)).toBe("Evening open-water swim");
    expect(activityTitle("strength", null, 3)).toBe("Night strength");
  });
});
