import { Encoder, Profile } from "@garmin/fitsdk";

type Message = Readonly<Record<string, unknown>>;

export type FitRecordInput = Readonly<Record<string, unknown>> & { readonly atS: number };
export type FitSessionInput = Readonly<Record<string, unknown>> & {
  readonly atS: number;
  readonly durationS: number;
};
export type FitActivityInput = {
  /** Unix seconds. */
  readonly startEpochS: number;
  readonly sessions: readonly FitSessionInput[];
  readonly records: readonly FitRecordInput[];
  /** [seconds since start, event type] of the timer. */
  readonly timer?: readonly (readonly [number, "start" | "stopAll"])[];
  readonly laps?: readonly (Readonly<Record<string, unknown>> & { readonly atS: number })[];
  /** Reports of the weather that the device had got. */
  readonly weather?: readonly (Readonly<Record<string, unknown>> & { readonly atS: number })[];
  /** The workout that the device followed: its name, and its steps with their raw values. */
  readonly workout?: { readonly name: string; readonly steps: readonly Message[] };
  readonly fileType?: string;
  /** Which device wrote it, by the SDK's names. */
  readonly device?: { readonly manufacturer: string; readonly serialNumber: number };
  readonly utcOffsetS?: number;
};

/** A FIT file with the SDK's own encoder; fields by its names and in physical units. */
export function writeFitActivity(input: FitActivityInput): Uint8Array {
  const encoder = new Encoder();
  const at = (seconds: number) => new Date((input.startEpochS + seconds) * 1000);
  const write = (name: string, message: Message) => {
    const number = Profile.MesgNum[name];
    if (number === undefined) throw new RangeError(`No FIT message is called ${name}.`);
    encoder.onMesg(number, message);
  };
  write("FILE_ID", {
    type: input.fileType ?? "activity",
    manufacturer: "development",
    product: 1,
    timeCreated: at(0),
    serialNumber: 1234,
    ...input.device,
  });
  if (input.workout) {
    const { name, steps } = input.workout;
    write("WORKOUT", { wktName: name, numValidSteps: steps.length });
    steps.forEach((step, messageIndex) => {
      write("WORKOUT_STEP", { messageIndex, ...step });
    });
  }
  for (const [seconds, eventType] of input.timer ?? []) {
    write("EVENT", { timestamp: at(seconds), event: "timer", eventType });
  }
  for (const { atS, ...fields } of input.records) {
    write("RECORD", { timestamp: at(atS), ...fields });
  }
  for (const { atS, ...fields } of input.weather ?? []) {
    write("WEATHER_CONDITIONS", { timestamp: at(atS), ...fields });
  }
  for (const { atS, ...fields } of input.laps ?? []) {
    write("LAP", { timestamp: at(atS), startTime: at(atS), ...fields });
  }
  for (const { atS, durationS, ...fields } of input.sessions) {
    write("SESSION", {
      timestamp: at(atS + durationS),
      startTime: at(atS),
      totalElapsedTime: durationS,
      totalTimerTime: durationS,
      ...fields,
    });
  }
  const endS = Math.max(0, ...input.sessions.map(({ atS, durationS }) => atS + durationS));
  write("ACTIVITY", {
    timestamp: at(endS),
    numSessions: input.sessions.length,
    ...(input.utcOffsetS !== undefined && {
      localTimestamp: input.startEpochS + endS + input.utcOffsetS - 631_065_600,
    }),
  });
  return encoder.close();
}
