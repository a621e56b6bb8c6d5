import { describe, expect, it } from "vitest";
import { countedRecordings } from "./counted-recordings";

const ids = (...kinds: string[]) =>
  countedRecordings(kinds.map((kind, id) => ({ id, kind }))).map(({ id }) => id);

describe("countedRecordings", () => {
  it("counts files together, and what Strava has not beside them", () => {
    expect(ids("fit", "tcx")).toEqual([0, 1]);
    expect(ids("strava_json", "fit")).toEqual([1]);
    expect(ids("fit", "strava_json", "apple_health", "strava_json")).toEqual([0, 2]);
  });

  it("takes Strava's newest word alone where there is nothing else", () => {
    expect(ids("strava_json")).toEqual([0]);
    expect(ids("strava_json", "strava_json")).toEqual([1]);
    expect(ids()).toEqual([]);
  });
});
