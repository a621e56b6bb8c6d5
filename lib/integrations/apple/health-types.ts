const QUANTITY = "HKQuantityTypeIdentifier";
export const SLEEP_TYPE = "HKCategoryTypeIdentifierSleepAnalysis";

/** Of a night or a day. */
export const DAY_TYPES = {
  hrvSdnn: `${QUANTITY}HeartRateVariabilitySDNN`,
  restingHr: `${QUANTITY}RestingHeartRate`,
  respiration: `${QUANTITY}RespiratoryRate`,
  oxygen: `${QUANTITY}OxygenSaturation`,
  weight: `${QUANTITY}BodyMass`,
  steps: `${QUANTITY}StepCount`,
} as const;

/** What is recorded again and again during a workout. */
export const SAMPLE_TYPES = {
  heartRate: `${QUANTITY}HeartRate`,
  runningPower: `${QUANTITY}RunningPower`,
  cyclingPower: `${QUANTITY}CyclingPower`,
  runningSpeed: `${QUANTITY}RunningSpeed`,
  cyclingSpeed: `${QUANTITY}CyclingSpeed`,
  cyclingCadence: `${QUANTITY}CyclingCadence`,
  onFoot: `${QUANTITY}DistanceWalkingRunning`,
  cycled: `${QUANTITY}DistanceCycling`,
  swum: `${QUANTITY}DistanceSwimming`,
  rowed: `${QUANTITY}DistanceRowing`,
  skied: `${QUANTITY}DistanceCrossCountrySkiing`,
  strokes: `${QUANTITY}SwimmingStrokeCount`,
} as const;

/** Each record is the way since the one before. */
export const DISTANCE_TYPES: readonly string[] = [
  SAMPLE_TYPES.onFoot,
  SAMPLE_TYPES.cycled,
  SAMPLE_TYPES.swum,
  SAMPLE_TYPES.rowed,
  SAMPLE_TYPES.skied,
];
export const ACTIVE_ENERGY = `${QUANTITY}ActiveEnergyBurned`;
