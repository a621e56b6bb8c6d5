import { expect, it } from "vitest";
import { localDate } from "@/lib/dates/local-date";
import { fitFileOf, sleepPayload } from "@/tests/support/training-files";
import { recordedAt } from "./recorded-at";

const text = (content: string) => new TextEncoder().encode(content);

it("finds the time of a FIT, GPX, TCX and Garmin file in its first bytes", () => {
  const ride = fitFileOf(localDate("2026-03-01"), "cycling");
  expect(recordedAt(ride.subarray(0, 512))).toEqual(new Date("2026-03-01T09:00:00Z"));
  const gpx = "<gpx><metadata><time>2019-05-04T06:00:00Z</time></metadata></gpx>";
  expect(recordedAt(text(gpx))).toEqual(new Date("2019-05-04T06:00:00Z"));
  const tcx = "<TrainingCenterDatabase><Activity><Id>2018-01-02T03:04:05.000Z</Id>";
  expect(recordedAt(text(tcx))).toEqual(new Date("2018-01-02T03:04:05Z"));
  const night = recordedAt(sleepPayload(localDate("2026-03-02"), 60));
  expect(night).toEqual(new Date("2026-03-02T00:00:00Z"));
});

it("says nothing rather than something impossible", () => {
  const ride = fitFileOf(localDate("2026-03-01"), "cycling");
  for (let end = 0; end < 40; end++) expect(() => recordedAt(ride.subarray(0, end))).not.toThrow();
  expect(recordedAt(new Uint8Array())).toBeNull();
  expect(recordedAt(text("buy bread"))).toBeNull();
  expect(recordedAt(text("<gpx><time>soon and later</time></gpx>"))).toBeNull();
  expect(recordedAt(text('{"calendarDate":"1970-01-01"}'))).toBeNull();
});
