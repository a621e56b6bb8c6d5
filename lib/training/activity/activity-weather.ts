/**
 * The weather of an activity, from values on the hour near where it was done.
 * WEA-1: mean over its minutes of the straight line between the hours around each; wind direction from the mean vector.
 * Reference: none, a convention of this product.
 * Valid: a value is null unless both hours around are known for half of the minutes; a direction also when the wind turned about.
 */

/** `epochS`: Unix seconds of the full hour, UTC. Null: the source does not know. */
export type WeatherHour = {
  readonly epochS: number;
  readonly temperatureC: number | null;
  readonly humidityPercent: number | null;
  readonly windSpeedMps: number | null;
  /** Where it blows from, clockwise from north. */
  readonly windFromDeg: number | null;
};
export type ActivityWeather = Omit<WeatherHour, "epochS">;

const HOUR_S = 3600;
const STEP_S = 60;
const LEAST_KNOWN_SHARE = 0.5;
/** Of the mean speed: a shorter mean vector has no direction to speak of. */
const STEADY_SHARE = 0.1;
const DEGREES = 180 / Math.PI;

export function activityWeather(
  hours: readonly WeatherHour[],
  startEpochS: number,
  elapsedS: number,
): ActivityWeather {
  const byHour = new Map(hours.map((hour) => [hour.epochS, hour]));
  const mean = (of: (hour: WeatherHour) => number | null) =>
    meanOf(byHour, of, startEpochS, elapsedS);
  const windSpeedMps = mean((hour) => hour.windSpeedMps);
  const east = mean((hour) => component(hour, Math.sin));
  const north = mean((hour) => component(hour, Math.cos));
  return {
    temperatureC: mean((hour) => hour.temperatureC),
    humidityPercent: mean((hour) => hour.humidityPercent),
    windSpeedMps,
    windFromDeg: direction(east, north, windSpeedMps),
  };
}

function meanOf(
  byHour: ReadonlyMap<number, WeatherHour>,
  of: (hour: WeatherHour) => number | null,
  startEpochS: number,
  elapsedS: number,
): number | null {
  const steps = Math.max(1, Math.ceil(elapsedS / STEP_S));
  let sum = 0;
  let known = 0;
  for (let i = 0; i < steps; i++) {
    const value = between(byHour, of, startEpochS + ((i + 0.5) * elapsedS) / steps);
    if (value === null) continue;
    sum += value;
    known += 1;
  }
  return known > 0 && known >= steps * LEAST_KNOWN_SHARE ? sum / known : null;
}

function between(
  byHour: ReadonlyMap<number, WeatherHour>,
  of: (hour: WeatherHour) => number | null,
  epochS: number,
): number | null {
  const before = Math.floor(epochS / HOUR_S) * HOUR_S;
  const [from, to] = [byHour.get(before), byHour.get(before + HOUR_S)].map((hour) =>
    hour === undefined ? null : of(hour),
  );
  if (from == null || to == null) return null;
  return from + ((to - from) * (epochS - before)) / HOUR_S;
}

function component(
  { windSpeedMps, windFromDeg }: WeatherHour,
  part: (angle: number) => number,
): number | null {
  if (windSpeedMps === null || windFromDeg === null) return null;
  return windSpeedMps * part(windFromDeg / DEGREES);
}

function direction(east: number | null, north: number | null, speed: number | null): number | null {
  if (east === null || north === null || speed === null) return null;
  if (Math.hypot(east, north) <= speed * STEADY_SHARE) return null;
  return (Math.atan2(east, north) * DEGREES + 360) % 360;
}
