import { describe, expect, it } from "vitest";
import { heatNote } from "./heat-note";

describe("heatNote", () => {
  it("flags heat from 30 °C on, with the mean", () => {
    expect(heatNote(29.9, "cycling")).toBeNull();
    expect(heatNote(31.4, "cycling")).toMatchObject({
      code: "heat",
      text: expect.stringContaining("31 °C"),
    });
  });

  it("flags the heat of the air from 25 °C on, and says who told it", () => {
    expect(heatNote(24.9, "running", "service")).toBeNull();
    expect(heatNote(25, "running", "service")).toMatchObject({
      text: expect.stringMatching(/^The weather service says that it was 25 °C on average/),
    });
  });

  it("says nothing of water, or without a temperature", () => {
    expect(heatNote(32, "swimming")).toBeNull();
    expect(heatNote(null, "running")).toBeNull();
  });
});
