import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileReader } from "@/lib/integrations/files/file-reader";
import type { FileContent } from "@/lib/integrations/ports";
import type { RecordedActivity } from "@/lib/training/activity/activity-types";

const point = (second: number, extra = "", lat = 47 + second / 100_000) =>
  `<trkpt lat="${lat}" lon="8"><ele>${400 + second}</ele><time>2026-06-01T06:00:${String(second).padStart(2, "0")}Z</time>${extra}</trkpt>`;
const gpx = (segments: string, head = "<name>Morning</name><type>running</type>") =>
  `<?xml version="1.0"?><gpx creator="x" xmlns:gpxtpx="urn:1"><trk>${head}${segments}</trk></gpx>`;
const segment = (...points: string[]) => `<trkseg>${points.join("")}</trkseg>`;

const TCX = `<?xml version="1.0"?><TrainingCenterDatabase xmlns:ns3="urn:1"><Activities>
<Activity Sport="Biking"><Id>2026-06-01T06:00:00Z</Id>
<Lap StartTime="2026-06-01T06:00:00Z"><TotalTimeSeconds>2</TotalTimeSeconds><DistanceMeters>20</DistanceMeters><Calories>3</Calories>
<AverageHeartRateBpm><Value>121</Value></AverageHeartRateBpm><TriggerMethod>Manual</TriggerMethod><Track>
<Trackpoint><Time>2026-06-01T06:00:00Z</Time><DistanceMeters>0</DistanceMeters><HeartRateBpm><Value>120</Value></HeartRateBpm><Cadence>80</Cadence><Extensions><ns3:TPX><ns3:Speed>9.5</ns3:Speed><ns3:Watts>210</ns3:Watts></ns3:TPX></Extensions></Trackpoint>
<Trackpoint><Time>2026-06-01T06:00:02Z</Time><DistanceMeters>20</DistanceMeters></Trackpoint></Track>
<Extensions><ns3:LX><ns3:AvgWatts>205</ns3:AvgWatts></ns3:LX></Extensions></Lap>
<Lap StartTime="2026-06-01T06:00:10Z"><TotalTimeSeconds>1</TotalTimeSeconds><DistanceMeters>10</DistanceMeters><Track>
<Trackpoint><Time>2026-06-01T06:00:11Z</Time><DistanceMeters>30</DistanceMeters></Trackpoint></Track></Lap>
<Creator><Name>Garmin Edge 530</Name><UnitId>77</UnitId></Creator></Activity></Activities></TrainingCenterDatabase>`;

async function read(text: string): Promise<FileContent> {
  return fileReader.read(new TextEncoder().encode(text), "track");
}

async function only(text: string): Promise<RecordedActivity> {
  const content = await read(text);
  const activity = content.kind === "activities" ? content.activities[0] : undefined;
  if (activity === undefined) throw new Error(JSON.stringify(content));
  return activity;
}

describe("GPX", () => {
  it("reads sport, title and every extension that carries a channel", async () => {
    const extensions = `<extensions><power>250</power><gpxtpx:TrackPointExtension><gpxtpx:hr>141</gpxtpx:hr><gpxtpx:cad>88</gpxtpx:cad><gpxtpx:atemp>19.5</gpxtpx:atemp></gpxtpx:TrackPointExtension></extensions>`;
    const run = await only(gpx(segment(point(0, extensions), point(1), point(2, extensions))));
    expect(run).toMatchObject({ sport: "running", title: "Morning", elapsedS: 2, isIndoor: false });
    const { channels } = run.samples;
    expect(channels.powerW).toEqual(Float64Array.of(250, Number.NaN, 250));
    expect(channels.heartRateBpm?.[2]).toBe(141);
    expect(channels.cadenceRpm?.[0]).toBe(88);
    expect(channels.temperatureC?.[0]).toBe(19.5);
    expect(channels.altitudeM).toEqual(Float64Array.of(400, 401, 402));
  });

  it("measures a missing distance along the positions", async () => {
    const run = await only(gpx(segment(point(0), point(1), point(2))));
    // 1e-5 degrees of latitude are 1.112 m on a sphere of 6371 km
    expect(run.distanceM).toBeCloseTo(2.224, 2);
    expect(run.notes.map(({ code }) => code)).toEqual(["distance_from_positions"]);
  });

  it("takes the gap between segments as a pause", async () => {
    const run = await only(gpx(segment(point(0), point(5)) + segment(point(30), point(40))));
    expect(run.pauses).toEqual([{ fromS: 5, toS: 30 }]);
    expect(run).toMatchObject({ elapsedS: 40, timerS: 15 });
  });

  it("reads offsets, and knows Strava's numbers", async () => {
    const local = gpx(segment(point(0), point(1)), "<type>9</type>").replaceAll(
      "Z</time>",
      "+02:00</time>",
    );
    const run = await only(local);
    expect(run).toMatchObject({ sport: "running", utcOffsetS: 7200 });
    expect(new Date(run.startEpochS * 1000).toISOString()).toBe("2026-06-01T04:00:00.000Z");
  });

  it("keeps what came before a cut and says so", async () => {
    const whole = gpx(segment(point(0), point(1), point(2), point(3)));
    const content = await read(whole.slice(0, whole.indexOf("06:00:03")));
    expect(content).toMatchObject({ partialReason: expect.stringMatching(/part way/) });
    expect(content.kind === "activities" && content.activities[0]?.samples.timeS.length).toBe(3);
  });

  it("says why a route, a plan or a single point is no activity", async () => {
    expect(await read("<gpx><rte><rtept lat='1' lon='2'/></rte></gpx>")).toMatchObject({
      code: "gpx_no_track",
    });
    const plan = gpx(segment('<trkpt lat="1" lon="2"/>', '<trkpt lat="1" lon="3"/>'));
    expect(await read(plan)).toMatchObject({ code: "gpx_no_times" });
    expect(await read(gpx(segment(point(1))))).toMatchObject({ code: "track_single_point" });
  });
});

describe("TCX", () => {
  it("reads laps, power, heart rate and the device", async () => {
    const ride = await only(TCX);
    expect(ride).toMatchObject({
      sport: "cycling",
      elapsedS: 11,
      timerS: 3,
      distanceM: 30,
      isIndoor: true,
      device: { manufacturer: "garmin", product: "Edge 530", serial: "77" },
      deviceValues: { energyKcal: 3 },
    });
    expect(ride.samples.channels.powerW?.[0]).toBe(210);
    expect(ride.samples.channels.speedMps?.[0]).toBe(9.5);
    expect(ride.samples.channels.heartRateBpm?.[0]).toBe(120);
    expect(ride.laps).toMatchObject([
      {
        startS: 0,
        elapsedS: 10,
        timerS: 2,
        distanceM: 20,
        avgHeartRateBpm: 121,
        avgPowerW: 205,
        trigger: "Manual",
      },
      { startS: 10, timerS: 1, avgHeartRateBpm: null },
    ]);
  });

  it("refuses a course", async () => {
    const course =
      "<TrainingCenterDatabase><Courses><Course><Name>x</Name></Course></Courses></TrainingCenterDatabase>";
    expect(await read(course)).toMatchObject({ code: "tcx_no_activity" });
  });
});

describe("XML that is not what it seems", () => {
  it("refuses entity bombs unread", async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE gpx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><gpx>&b;</gpx>`;
    expect(await read(bomb)).toMatchObject({ code: "xml_doctype" });
    const external = `<!DOCTYPE gpx SYSTEM "file:///etc/passwd"><gpx/>`;
    expect(await read(external)).toMatchObject({ code: "xml_doctype" });
  });

  it("refuses absurd nesting without running out of stack", async () => {
    expect(await read(`<gpx>${"<a>".repeat(200_000)}`)).toMatchObject({ code: "xml_too_deep" });
  });

  it("names other XML and broken XML", async () => {
    expect(await read("<html><body/></html>")).toMatchObject({ code: "xml_other" });
    expect(await read("<gpx><trk>")).toMatchObject({ code: "xml_damaged" });
    expect(await read("<<<")).toMatchObject({ code: "xml_damaged" });
  });

  it("reads UTF-16 and a byte order mark", async () => {
    const text = gpx(segment(point(0), point(1)));
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
    expect(await fileReader.read(utf16, "t.gpx")).toMatchObject({ kind: "activities" });
    expect(await read(`\ufeff${text}`)).toMatchObject({ kind: "activities" });
    expect(await read(`\n\n  ${text}`)).toMatchObject({ kind: "activities" });
  });

  it("has an outcome for every cut and every altered character", async () => {
    const edit = fc.record({ at: fc.nat({ max: TCX.length }), with: fc.string({ maxLength: 3 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 5 }), async (edits) => {
        let text = TCX;
        for (const one of edits) text = text.slice(0, one.at) + one.with + text.slice(one.at + 2);
        const content = await read(text);
        expect(["activities", "refused"]).toContain(content.kind);
        if (content.kind === "refused") expect(content.reason).toMatch(/^[A-Z].+\.$/);
      }),
      { numRuns: 200 },
    );
  });
});

describe("files that are nothing of ours", () => {
  it.each([
    ["an empty file", new Uint8Array(0), "empty_file"],
    ["a text", new TextEncoder().encode("hello"), "not_recognised"],
    ["a picture named ride.fit", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0), "image_or_document"],
    ["an archive handed over as a file", Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), "archive_as_file"],
    ["more than 50 MB", new Uint8Array(50 * 1024 * 1024 + 1), "too_large"],
  ])("%s", async (_, bytes, code) => {
    const content = await fileReader.read(bytes, "ride.fit");
    expect(content).toMatchObject({ kind: "refused", code });
  });

  it("recognises by content under a wrong extension", async () => {
    const bytes = new TextEncoder().encode(TCX);
    expect(await fileReader.read(bytes, "ride.fit")).toMatchObject({ format: "tcx" });
  });
});
