import { expect, it } from "vitest";
import { recordingLabels } from "./recording-labels";

const nothing = { manufacturer: null, product: null, serial: null };

it("names a recording by its letter and what is known of it", () => {
  const labels = recordingLabels([
    { id: "1", device: { ...nothing, manufacturer: "garmin", product: "edge530" }, fileName: "a" },
    { id: "2", device: nothing, fileName: "track.gpx" },
    { id: "3", device: nothing, fileName: null },
  ]);
  expect([...labels.values()]).toEqual(["A, Garmin Edge 530", "B, track.gpx", "C"]);
});
