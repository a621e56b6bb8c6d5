import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Decoder, Stream } from "@garmin/fitsdk";
import { SportsLib } from "@sports-alliance/sports-lib";
import { fileReader } from "@/lib/integrations/files/file-reader";
import type { AthleteSettings } from "@/lib/training/activity/activity-types";
import { analyzeActivity } from "@/lib/training/activity/analyze-activity";
import { settingsWithDevice } from "@/lib/training/activity/settings-with-device";
import type { BenchResult } from "./bench-result";
import { figure, median, result } from "./measure";

const SAMPLES = path.resolve(import.meta.dirname, "../../../shared/samples/fit");
const WARM_UPS = 2;
const ROUNDS = 7;
const GOALS = { ratioToDecode: "<= 1.3", speedupOverSportsLib: ">= 3" } as const;
/** Complete, so that no metric is skipped for want of a threshold. */
const SETTINGS: AthleteSettings = {
  sex: "f",
  gradedPaceModel: "observed",
  weightKg: 65,
  ftpW: 250,
  thresholdHeartRateBpm: 168,
  maxHeartRateBpm: 188,
  restingHeartRateBpm: 48,
  thresholdSpeedMps: 4.1,
  criticalSwimSpeedMps: 1.3,
};

type Work = (bytes: Uint8Array) => unknown;

/**
 * Decoding and analysing every real FIT sample against the SDK's bare decoding of the
 * same files and against another library's import, in turns within each round: what a
 * noisy machine adds falls on all three.
 */
export async function benchAnalyze(): Promise<BenchResult> {
  if (!existsSync(SAMPLES)) {
    const note = "the FIT samples are not there (../shared/samples/fit)";
    return result("analyze", {
      ratioToDecode: { value: null, goal: GOALS.ratioToDecode, note },
      speedupOverSportsLib: { value: null, goal: GOALS.speedupOverSportsLib, note },
    });
  }
  const files = sampleFiles();
  const works: readonly Work[] = [readAndAnalyze, bareDecode, sportsLibImport];
  const rounds: number[][] = [];
  for (let round = 0; round < WARM_UPS + ROUNDS; round++) {
    const times = await timeRound(files, works);
    if (round >= WARM_UPS) rounds.push(times);
  }
  const [ours, bare, theirs] = works.map((_, i) => median(rounds.map((times) => times[i] ?? 0)));
  const perRound = (top: number, bottom: number) =>
    median(rounds.map((times) => (times[top] ?? 0) / (times[bottom] ?? 1)));
  return result("analyze", {
    ratioToDecode: figure(perRound(0, 1), GOALS.ratioToDecode),
    speedupOverSportsLib: figure(perRound(2, 0), GOALS.speedupOverSportsLib),
    files: figure(files.length),
    readAndAnalyzeMs: figure(ours ?? null),
    bareDecodeMs: figure(bare ?? null),
    sportsLibMs: figure(theirs ?? null),
  });
}

function sampleFiles(): Uint8Array[] {
  return readdirSync(SAMPLES, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".fit"))
    .sort()
    .map((name) => new Uint8Array(readFileSync(path.join(SAMPLES, name))));
}

/** Milliseconds that each work takes for all files, the works taking turns file by file. */
async function timeRound(files: readonly Uint8Array[], works: readonly Work[]) {
  const times = works.map(() => 0);
  for (const bytes of files) {
    for (const [i, work] of works.entries()) {
      const started = performance.now();
      await work(bytes);
      times[i] = (times[i] ?? 0) + performance.now() - started;
    }
  }
  return times;
}

async function readAndAnalyze(bytes: Uint8Array): Promise<void> {
  const content = await fileReader.read(bytes, "sample.fit");
  if (content.kind !== "activities") return;
  for (const recorded of content.activities) {
    analyzeActivity(recorded, settingsWithDevice(recorded, SETTINGS).settings);
  }
}

function bareDecode(bytes: Uint8Array): void {
  new Decoder(Stream.fromByteArray(bytes)).read();
}

async function sportsLibImport(bytes: Uint8Array): Promise<void> {
  try {
    await SportsLib.importFromFit(bytes.slice().buffer);
  } catch {
    // it refuses four of the files; the time until then counts all the same
  }
}
