import { type FitRecordInput, writeFitActivity } from "./write-fit-activity";

const LENGTH_S = 1800;
/** The watch is started a little later and stopped a little earlier. */
const LATER_S = 20;

/** Half an hour of riding at nine in the morning (UTC), as a bike computer without a strap tells it. */
export function bikeComputerFile(day: string): Uint8Array {
  return file(day, 0, LENGTH_S, { manufacturer: "wahooFitness", serialNumber: 11 }, (s) => ({
    power: 200 + (s % 20),
    cadence: 90,
    speed: 8,
    distance: 8 * s,
    altitude: 100 + s / 60,
  }));
}

/** The same half hour as a watch without a power meter tells it. */
export function watchFile(day: string): Uint8Array {
  const device = { manufacturer: "garmin", serialNumber: 22 };
  return file(day, LATER_S, LENGTH_S - 2 * LATER_S, device, (s) => ({
    heartRate: 140 + (s % 10),
    speed: 7.9,
    distance: 7.9 * s,
  }));
}

function file(
  day: string,
  laterS: number,
  lengthS: number,
  device: { readonly manufacturer: string; readonly serialNumber: number },
  record: (second: number) => Omit<FitRecordInput, "atS">,
): Uint8Array {
  return writeFitActivity({
    startEpochS: Date.parse(`${day}T09:00:00Z`) / 1000 + laterS,
    device,
    sessions: [{ atS: 0, durationS: lengthS, sport: "cycling" }],
    records: Array.from({ length: lengthS }, (_, s) => ({ atS: s, ...record(s) })),
  });
}
