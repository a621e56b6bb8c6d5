/** Global message numbers of the FIT profile that the reader uses. */
export const FIT_MESSAGE = {
  fileId: 0,
  userProfile: 3,
  zonesTarget: 7,
  hrZone: 8,
  powerZone: 9,
  sport: 12,
  session: 18,
  lap: 19,
  record: 20,
  event: 21,
  deviceInfo: 23,
  workout: 26,
  workoutStep: 27,
  activity: 34,
  length: 101,
  weatherConditions: 128,
  hr: 132,
  fieldDescription: 206,
  developerDataId: 207,
  timeInZone: 216,
  set: 225,
  diveSummary: 268,
} as const;

const TIMESTAMP = 253;
const EVERY_FIELD = "every" as const;

/** Fields of `record` by number; enhanced ones replace the plain ones beside them. */
export const RECORD_FIELD = {
  timestamp: TIMESTAMP,
  latitude: 0,
  longitude: 1,
  altitude: 2,
  heartRate: 3,
  cadence: 4,
  distance: 5,
  speed: 6,
  power: 7,
  compressedSpeedDistance: 8,
  temperature: 13,
  enhancedSpeed: 73,
  enhancedAltitude: 78,
} as const;

/** Record fields that a developer field may carry in their place (Stryd, indoor rowers). */
export const NATIVE_CHANNEL_FIELDS: ReadonlySet<number> = new Set([
  RECORD_FIELD.heartRate,
  RECORD_FIELD.cadence,
  RECORD_FIELD.distance,
  RECORD_FIELD.speed,
  RECORD_FIELD.power,
]);

/**
 * What the reader needs of a file. Devices write far more (unknown messages, gear
 * changes, running dynamics): decoding that would only cost time.
 */
export const WANTED_FIELDS: ReadonlyMap<number, ReadonlySet<number> | typeof EVERY_FIELD> = new Map<
  number,
  ReadonlySet<number> | typeof EVERY_FIELD
>([
  [FIT_MESSAGE.fileId, EVERY_FIELD],
  [FIT_MESSAGE.userProfile, new Set([8])],
  [FIT_MESSAGE.zonesTarget, EVERY_FIELD],
  [FIT_MESSAGE.hrZone, EVERY_FIELD],
  [FIT_MESSAGE.powerZone, EVERY_FIELD],
  [FIT_MESSAGE.sport, EVERY_FIELD],
  [FIT_MESSAGE.session, EVERY_FIELD],
  // start, distance, elapsed, timer, speed, heart rate, cadence, power, trigger, sport, workout step, enhanced speed
  [FIT_MESSAGE.lap, new Set([TIMESTAMP, 2, 7, 8, 9, 13, 15, 16, 17, 19, 24, 25, 39, 71, 110])],
  [FIT_MESSAGE.record, new Set(Object.values(RECORD_FIELD))],
  [FIT_MESSAGE.event, new Set([TIMESTAMP, 0, 1])],
  // index, manufacturer, serial, product, product name
  [FIT_MESSAGE.deviceInfo, new Set([0, 2, 3, 4, 27])],
  [FIT_MESSAGE.workout, EVERY_FIELD],
  // duration, target, intensity, index
  [FIT_MESSAGE.workoutStep, new Set([1, 2, 3, 4, 5, 6, 7, 254])],
  [FIT_MESSAGE.activity, EVERY_FIELD],
  [FIT_MESSAGE.length, EVERY_FIELD],
  // report, temperature, wind from, wind speed, humidity, observed at
  [FIT_MESSAGE.weatherConditions, new Set([TIMESTAMP, 0, 1, 3, 4, 7, 9])],
  [FIT_MESSAGE.hr, EVERY_FIELD],
  [FIT_MESSAGE.fieldDescription, EVERY_FIELD],
  [FIT_MESSAGE.developerDataId, EVERY_FIELD],
  [FIT_MESSAGE.timeInZone, EVERY_FIELD],
  [FIT_MESSAGE.set, EVERY_FIELD],
  // what it is of, mean and greatest depth
  [FIT_MESSAGE.diveSummary, new Set([0, 1, 2, 3])],
]);
