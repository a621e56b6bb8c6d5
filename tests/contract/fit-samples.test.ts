import { Decoder, Stream } from "@garmin/fitsdk";
import { expect, it, vi } from "vitest";
import { decodeStreams } from "@/db/streams/decode-streams";
import { encodeStreams } from "@/db/streams/encode-streams";
import { archiveReader } from "@/lib/integrations/files/archive/archive-reader";
import { fileReader } from "@/lib/integrations/files/file-reader";
import { decodeFit } from "@/lib/integrations/files/fit/decode-fit";
import type { FileContent } from "@/lib/integrations/ports";
import type { ChannelName, RecordedActivity } from "@/lib/training/activity/activity-types";
import { prepareStreams } from "@/lib/training/activity/prepare-streams";
import { NOTHING_SET } from "../support/nothing-set";
import { describeWithSamples, samples } from "../support/samples";

// whole folders are decoded in one test, on machines that do other things as well
vi.setConfig({ testTimeout: 120_000 });

/** Every sample's outcome: "sport/seconds/samples/laps" of each activity, or the refusal's code. */
const OUTCOMES: Readonly<Record<string, string>> = {
  "cycling/edge-mtb-1h57-np147-ftp234-zones.fit": "cycling(road) 7055s 7068n 1/0/0",
  "cycling/edge-mtb-downhill-4h.fit": "cycling(downhill) 14456s 14456n 1/0/0",
  "cycling/edge-mtb-jumps-2h.fit": "cycling(mountain) 7250s 7251n 1/0/0",
  "cycling/edge1000-94s-np150-ftp200.fit": "cycling 94s 96n 5/0/0",
  "cycling/edge500-no-power-3h.fit": "cycling 10641s 10671n 9/0/0",
  "cycling/edge530-road-2h26-np264-ftp284.fit": "cycling(road) 8789s 8823n 2/0/0",
  "cycling/edge800-indoor-trainer-38min-np228-ftp250.fit": "cycling 2262s 2263n 5/0/0",
  "cycling/edge810-vector-78min-np301-ftp315.fit": "cycling 4700s 4700n 8/0/0",
  "cycling/fr935-indoor-196s-np131-ftp270.fit": "cycling(indoorCycling) 196s 199n 2/0/0",
  "cycling/fr935-road-86min-te-no-power.fit": "cycling 5159s 5159n 8/0/0",
  "cycling/fr965-indoor-30min-np164-ftp270.fit": "cycling(indoorCycling) 1800s 1801n 3/0/0",
  "cycling/wahoo-elemnt-3h44-np157-ftp220.fit": "cycling 13471s 13471n 1/0/0",
  "cycling/zwift-virtual-30min-null-compressed-speed.fit":
    "cycling(virtualActivity) 1808s 1808n 1/0/0",
  "edge-corrupt/big-99998-records-bryton.fit": "cycling(road) 99998s 99998n 0/0/0",
  "edge-corrupt/compressed-timestamp-fr70-11laps.fit": "running 3773s 755n 11/0/0",
  "edge-corrupt/coros-misaligned-fields.fit": "cycling 11287s 11272n 4/0/0",
  "edge-corrupt/elemnt-bolt-no-appid-devdata.fit": "cycling 132s 132n 1/0/0",
  "edge-corrupt/one-record-bryton.fit": "refused fit_no_times",
  "edge-corrupt/onelap-china.fit": "cycling(indoorCycling) 720s 715n 1/0/0",
  "edge-corrupt/only-file-id.fit": "refused fit_single_point",
  "edge-corrupt/strava-android-malformed-header.fit": "partial running 3558s 235n 1/0/0",
  "edge-corrupt/unterminated-strings-wahoo.fit": "cycling(indoorCycling) 32s 33n 1/0/0",
  "edge-corrupt/yoga-venu3-zero-laps.fit": "yoga(yoga) 779s 779n 0/0/1",
  "multisport/fenix2-7sessions.fit":
    "other(generic) 11738s 11682n 1/0/0 + running 2295s 2197n 1/0/0 + running 6764s 6694n 1/0/0 + cycling 3211s 3131n 1/0/0",
  "multisport/fr255-triathlon-summary-first-5sessions.fit":
    "swimming(openWater) 676s 676n 3/0/0 + cycling 1567s 1566n 2/0/0 + running 1574s 1575n 3/0/0",
  "multisport/fr255-triathlon-summary-last-5sessions.fit":
    "swimming(openWater) 676s 676n 3/0/0 + cycling 1567s 1566n 2/0/0 + running 1574s 1575n 3/0/0",
  "multisport/fr935-3sessions-25s.fit": "running 25s 24n 1/0/0 + rowing 23s 24n 1/0/0",
  "multisport/fr965-cycle+strength-2sessions-np221.fit":
    "cycling(indoorCycling) 600s 602n 1/0/0 + strength(strengthTraining) 3869s 1985n 0/0/83",
  "multisport/fr965-strength-3sessions.fit":
    "strength(strengthTraining) 353s 189n 0/0/8 + running 1012s 1013n 3/0/0 + strength(strengthTraining) 1181s 668n 0/0/33",
  "other/descent-mk2-diving.fit": "diving(multiGasDiving) 3165s 2907n 1/0/0",
  "other/edge-mtb-user-metrics-ext-3h26.fit": "cycling(mountain) 12368s 12368n 3/0/0",
  "other/fenix5-walk-45s.fit": "walking 45s 17n 1/0/0",
  "other/fr965-volleyball-2h15.fit": "team_sport 8071s 2081n 2/0/0",
  "other/settings-edge510.fit": "refused fit_settings",
  "other/snorkeling-unknown-sport.fit": "diving 2111s 2112n 0/0/0",
  "other/suunto-xc-ski.fit": "skiing 2987s 2989n 1/0/0",
  "other/vivoactivehr-indoor-rowing-33devfields.fit": "rowing(indoorRowing) 1707s 1641n 8/0/0",
  "running/fenix5-run-57s.fit": "running 57s 21n 1/0/0",
  "running/fenix5x-run-28min-14laps-devdata.fit": "running 1681s 1681n 14/0/0",
  "running/fr110-run-44min.fit": "running 2625s 583n 5/0/0",
  "running/fr920xt-run-114min-14devfields.fit": "running 6856s 6874n 11/0/0",
  "running/fr965-run-power-66min-np341-load161.fit": "running 3970s 3976n 1/0/0",
  "running/stryd-run-57min-devdata-power.fit": "running 3424s 3424n 1/0/0",
  "strength/fenix6x-yoga-10s-3sets.fit": "yoga(yoga) 10s 10n 0/0/3",
  "strength/fr965-strength-31min-27sets.fit": "strength(strengthTraining) 1858s 927n 0/0/27",
  "strength/suunto-weight-80min-tss49.fit": "strength(strengthTraining) 4804s 4803n 0/0/0",
  "strength/vivoactivehr-strength-24min.fit": "strength(strengthTraining) 1416s 1417n 1/0/0",
  "swimming/fr735xt-pool-73min-166lengths-99laps.fit": "swimming(lapSwimming) 4372s 4374n 99/166/0",
  "tcx-gpx/garmin-3173437224.tcx": "running 3510s 3507n 2/0/0",
  "tcx-gpx/garmin-export-of-fr935-road-86min.gpx": "cycling 5158s 5159n 0/0/0",
  "tcx-gpx/short-activity-same.gpx": "cycling 126s 96n 0/0/0",
  "tcx-gpx/short-activity.tcx": "cycling 126s 96n 5/0/0",
  "tcx-gpx/strava-export-of-fr935-road-86min.gpx": "cycling 5158s 5159n 0/0/0",
};

function outcomeOf(content: FileContent): string {
  if (content.kind === "refused") return `refused ${content.code}`;
  if (content.kind === "wellness") return `wellness ${content.observations.length}`;
  if (content.kind === "list") return `list ${content.list.entries.length}`;
  const parts = content.activities.map(
    ({ sport, subSport, timerS, samples: { timeS }, laps, lengths, sets }) =>
      `${sport}${subSport ? `(${subSport})` : ""} ${Math.round(timerS)}s ${timeS.length}n ${laps.length}/${lengths.length}/${sets.length}`,
  );
  return `${content.partialReason === null ? "" : "partial "}${parts.join(" + ")}`;
}

async function activitiesOf(name: string): Promise<readonly RecordedActivity[]> {
  const content = await fileReader.read(samples.read(`fit/${name}`), name);
  if (content.kind !== "activities") throw new Error(`${name} holds no activity`);
  return content.activities;
}

async function activityOf(name: string): Promise<RecordedActivity> {
  const [first] = await activitiesOf(name);
  if (first === undefined) throw new Error(`${name} holds no activity`);
  return first;
}

const isRecording = (name: string) => /\.(fit|tcx|gpx)$/.test(name);

describeWithSamples("fit", "every real file has its outcome", () => {
  const names = samples.names("fit").filter(isRecording);

  it("knows every file in the folder", () => {
    expect(Object.keys(OUTCOMES).sort()).toEqual(names);
  });

  it.each(names)("%s", async (name) => {
    const content = await fileReader.read(samples.read(`fit/${name}`), name);
    expect(outcomeOf(content)).toBe(OUTCOMES[name]);
    if (content.kind === "refused") expect(content.reason).toMatch(/^[A-Z].*\.$/);
  });

  it("gives every activity ascending samples, sane times and finite numbers", async () => {
    for (const name of names) {
      const content = await fileReader.read(samples.read(`fit/${name}`), name);
      for (const activity of content.kind === "activities" ? content.activities : []) {
        const { timeS, channels } = activity.samples;
        expect(timeS.every((t, i) => t >= 0 && (i === 0 || t > (timeS[i - 1] ?? 0)))).toBe(true);
        expect(activity.startEpochS).toBeGreaterThan(1_000_000_000);
        expect(activity.elapsedS).toBeGreaterThanOrEqual(timeS.at(-1) ?? 0);
        expect(activity.timerS).toBeLessThanOrEqual(activity.elapsedS);
        for (const column of Object.values(channels)) {
          expect(column.length).toBe(timeS.length);
          expect(column.some((value) => Number.isFinite(value))).toBe(true);
        }
      }
    }
  });
});

type Expected = Readonly<
  Record<
    string,
    {
      readonly sessions: readonly {
        readonly sport?: string;
        readonly timer?: number;
        readonly dist?: number;
        readonly np?: number;
        readonly tss?: number;
        readonly load?: number;
        readonly mhr?: number;
      }[];
    }
  >
>;

describeWithSamples("fit/expected.json", "sessions agree with the yardstick", () => {
  const expected: Expected = JSON.parse(
    new TextDecoder().decode(samples.read("fit/expected.json")),
  );
  const withSessions = Object.entries(expected).flatMap(([name, { sessions }]) => {
    const kept = sessions.filter(({ sport, timer }) => sport !== "transition" && timer);
    return name.endsWith(".fit") && kept.length > 0 ? [{ name, kept }] : [];
  });

  it("covers most files", () => {
    expect(withSessions.length).toBeGreaterThan(38);
  });

  it.each(withSessions)("$name", async ({ name, kept }) => {
    const activities = await activitiesOf(name);
    expect(activities).toHaveLength(kept.length);
    for (const [i, activity] of activities.entries()) {
      const device = kept[i];
      expect(activity.timerS).toBeCloseTo(device?.timer ?? 0, 2);
      if (device?.dist) expect(Math.abs((activity.distanceM ?? 0) - device.dist)).toBeLessThan(0.1);
      expect(activity.deviceValues.normalizedPowerW).toBe(device?.np || undefined);
      expect(activity.deviceValues.trainingStressScore).toBe(device?.tss || undefined);
      expect(activity.deviceValues.maxHeartRateBpm).toBe(device?.mhr || undefined);
    }
  });
});

const SDK_NAMES: readonly [ChannelName, string][] = [
  ["powerW", "power"],
  ["heartRateBpm", "heartRate"],
  ["speedMps", "enhancedSpeed"],
  ["altitudeM", "enhancedAltitude"],
  ["distanceM", "distance"],
  ["cadenceRpm", "cadence"],
  ["temperatureC", "temperature"],
];

describeWithSamples("fit", "our lean decoding equals the SDK's full decoding", () => {
  it.each([
    "cycling/edge530-road-2h26-np264-ftp284.fit",
    "cycling/wahoo-elemnt-3h44-np157-ftp220.fit",
    "running/fr965-run-power-66min-np341-load161.fit",
    "running/fr110-run-44min.fit",
    "swimming/fr735xt-pool-73min-166lengths-99laps.fit",
    "multisport/fenix2-7sessions.fit",
    "edge-corrupt/coros-misaligned-fields.fit",
    "edge-corrupt/unterminated-strings-wahoo.fit",
  ])("%s", (name) => {
    const bytes = samples.read(`fit/${name}`);
    const { messages } = new Decoder(Stream.fromByteArray(bytes)).read();
    const records = (messages.recordMesgs ?? []) as unknown as readonly Record<string, unknown>[];
    const ours = decodeFit(bytes)?.content.records;
    expect(ours?.count).toBe(records.length);
    for (const [channel, field] of SDK_NAMES) {
      const theirs = records.map((record) => record[field]);
      const column = ours?.channels[channel];
      const differing = theirs.filter((value, i) => {
        const mine = column?.[i] ?? Number.NaN;
        return typeof value === "number" ? Math.abs(value - mine) > 1e-9 : !Number.isNaN(mine);
      });
      expect({ channel, differing: differing.length }).toEqual({ channel, differing: 0 });
    }
  });
});

describeWithSamples("fit", "what particular devices need", () => {
  it("merges a pool swim's heart rate and keeps lengths and strokes", async () => {
    const swim = await activityOf("swimming/fr735xt-pool-73min-166lengths-99laps.fit");
    const heartRate = swim.samples.channels.heartRateBpm;
    expect(heartRate?.filter((bpm) => bpm > 0).length).toBeGreaterThan(4300);
    expect(swim.poolLengthM).toBeCloseTo(22.86, 2);
    const active = swim.lengths.filter(({ isActive }) => isActive);
    expect(active.length * 22.86).toBeCloseTo(swim.distanceM ?? 0, 0);
    expect(active.every(({ strokes }) => strokes !== null)).toBe(true);
    expect(swim.lengths.find(({ isActive }) => !isActive)).toMatchObject({ strokes: null });
  });

  it("reads compressed timestamps with the second decoder and repairs the unset clock", async () => {
    const run = await activityOf("edge-corrupt/compressed-timestamp-fr70-11laps.fit");
    expect(run.notes.map(({ code }) => code)).toEqual(["clock_not_set", "decoder_fallback"]);
    expect(new Date(run.startEpochS * 1000).toISOString()).toBe("2012-02-13T11:16:16.000Z");
    expect(run.samples.channels.distanceM?.at(-1)).toBeCloseTo(10_248.67, 0);
    expect(run.device.product).toBe("fr70");
  });

  it("splits a triathlon, drops transitions and restarts each part's distance", async () => {
    const parts = await activitiesOf("multisport/fr255-triathlon-summary-last-5sessions.fit");
    expect(parts.map(({ sport }) => sport)).toEqual(["swimming", "cycling", "running"]);
    for (const part of parts) {
      const last = part.samples.channels.distanceM?.findLast((value) => !Number.isNaN(value));
      expect(Math.abs((last ?? 0) - (part.distanceM ?? 0))).toBeLessThan(5);
    }
    const starts = parts.map(({ startEpochS }) => startEpochS);
    expect(starts).toEqual([...starts].sort());
  });

  it("takes power and distance from developer fields where the watch has none", async () => {
    const run = await activityOf("running/fr920xt-run-114min-14devfields.fit");
    expect(run.samples.channels.powerW?.filter((watts) => watts > 0).length).toBeGreaterThan(5000);
    const row = await activityOf("other/vivoactivehr-indoor-rowing-33devfields.fit");
    expect(row.distanceM).toBe(6163);
  });

  it("keeps what the device worked out beside the samples", async () => {
    const ride = await activityOf("cycling/edge530-road-2h26-np264-ftp284.fit");
    expect(ride.deviceValues).toMatchObject({
      normalizedPowerW: 264,
      trainingStressScore: 210.5,
      intensityFactor: 0.93,
      maxPowerW: 987,
      avgSpeedMps: 7.601,
      maxSpeedMps: 16.954,
      avgCadenceRpm: 82.9296875,
      descentM: 268,
      ftpW: 284,
      thresholdHeartRateBpm: 165,
      restingHeartRateBpm: 55,
      heartRateZoneBoundariesBpm: [93, 108, 126, 145, 167, 183],
      heartRateZoneSeconds: [0, 55.26, 1009.02, 4055.119, 3490.009, 179.001, 0],
    });
    // its power boundaries do not ascend: leftovers that would mislead
    expect(ride.deviceValues.powerZoneSeconds).toBeUndefined();
    expect(ride.utcOffsetS).toBe(-18_000);
    const easy = await activityOf("cycling/fr965-indoor-30min-np164-ftp270.fit");
    expect(easy.deviceValues.rpe).toBe(2);
  });

  it("knows how deep a dive went, from the dive's summary or the session", async () => {
    const dive = await activityOf("other/descent-mk2-diving.fit");
    expect(dive.deviceValues).toMatchObject({ maxDepthM: 17.646, avgDepthM: 11.291 });
    const snorkel = await activityOf("other/snorkeling-unknown-sport.fit");
    expect(snorkel.deviceValues).toMatchObject({ maxDepthM: 3.86, avgDepthM: 0.07 });
  });

  it("unpacks Garmin's original download", async () => {
    const name = "zip/garmin-original-download-11998957007.zip";
    const entries = [];
    for await (const entry of archiveReader.entries(
      samples.pathOf(`fit/${name}`),
      "download.zip",
    )) {
      entries.push(entry);
    }
    expect(entries).toHaveLength(1);
    const [entry] = entries;
    if (entry === undefined || !("bytes" in entry)) throw new Error("not unpacked");
    expect(entry.name).toBe("download.zip › 11998957007_ACTIVITY.fit");
    const content = await fileReader.read(entry.bytes, entry.name);
    expect(outcomeOf(content)).toBe("yoga(yoga) 4338s 4340n 0/0/1");
  });

  it("agrees across three exports of one ride", async () => {
    const fit = await activityOf("cycling/fr935-road-86min-te-no-power.fit");
    for (const name of [
      "strava-export-of-fr935-road-86min.gpx",
      "garmin-export-of-fr935-road-86min.gpx",
    ]) {
      const gpx = await activityOf(`tcx-gpx/${name}`);
      expect(gpx.sport).toBe("cycling");
      expect(gpx.startEpochS).toBe(fit.startEpochS);
      expect(gpx.samples.timeS.length).toBe(fit.samples.timeS.length);
      expect(Math.abs((gpx.distanceM ?? 0) / (fit.distanceM ?? 1) - 1)).toBeLessThan(0.003);
      expect(gpx.samples.channels.heartRateBpm).toEqual(fit.samples.channels.heartRateBpm);
    }
  });
});

describeWithSamples("fit", "stored streams are small", () => {
  it("takes at most 60 kB an hour on every real recording longer than ten minutes", async () => {
    for (const name of samples.names("fit").filter((one) => one.endsWith(".fit"))) {
      const content = await fileReader.read(samples.read(`fit/${name}`), name);
      for (const activity of content.kind === "activities" ? content.activities : []) {
        const { streams } = prepareStreams(activity, NOTHING_SET);
        if (streams.lengthS < 600) continue;
        const encoded = encodeStreams(streams);
        const perHour = encoded.content.length / (streams.lengthS / 3600);
        expect({ name, isSmall: perHour <= 60_000, perHour }).toMatchObject({ isSmall: true });
        expect(decodeStreams(encoded).timerOn).toEqual(streams.timerOn);
      }
    }
  });
});
