import type { ActivityDetail } from "@/db/queries/activity-detail";
import { formatSpeed } from "@/lib/units/format-speed";
import { formatTemperature } from "@/lib/units/format-temperature";
import type { UnitSystem } from "@/lib/units/unit-system";

type Told = Pick<ActivityDetail, "weather" | "deviceValues" | "metrics">;
type WeatherValue = { readonly text: string; readonly from: string };
export type PreparedWeather = {
  readonly rows: readonly { readonly label: string; readonly values: readonly WeatherValue[] }[];
  /** What the values are, when a service was asked; else null. */
  readonly note: string | null;
};

const SERVICE = "weather service";
const SENSOR = "device’s sensor";
const REPORT = "weather report on the device";
const WINDS = ["north", "north-east", "east", "south-east", "south", "south-west", "west"] as const;
const SECTOR_DEG = 45;

/** Each value beside who says so; without rows when only the device's sensor says something. */
export function prepareWeather(activity: Told, units: UnitSystem): PreparedWeather {
  const { weather, deviceValues: device, metrics } = activity;
  const temperature = (value: number) => formatTemperature(value, units);
  const percent = (value: number) => `${Math.round(value)} %`;
  const told = valuesOf([
    [weather?.temperatureC, temperature, SERVICE],
    [device.weatherTemperatureC, temperature, REPORT],
  ]);
  const humidity = valuesOf([
    [weather?.humidityPercent, percent, SERVICE],
    [device.weatherHumidityPercent, percent, REPORT],
  ]);
  const wind = valuesOf([
    [weather?.windSpeedMps, (speed) => windText(speed, weather?.windFromDeg, units), SERVICE],
    [
      device.weatherWindSpeedMps,
      (speed) => windText(speed, device.weatherWindFromDeg, units),
      REPORT,
    ],
  ]);
  if (told.length + humidity.length + wind.length === 0) return { rows: [], note: null };
  const measured = valuesOf([[metrics.avgTemperature?.value, temperature, SENSOR]]);
  const rows = [
    { label: "Temperature", values: [...told, ...measured] },
    { label: "Humidity", values: humidity },
    { label: "Wind", values: wind },
  ].filter(({ values }) => values.length > 0);
  return { rows, note: isAsked(weather) ? NOTE : null };
}

const NOTE =
  "The mean over the activity: air in the shade, wind 10 m above open ground. The service was asked for the day and for a place rounded to some 10 km.";

function isAsked(weather: ActivityDetail["weather"]): boolean {
  return weather !== null && Object.values(weather).some((value) => value !== null);
}

type Said = readonly [number | null | undefined, (value: number) => string, string];

function valuesOf(said: readonly Said[]): WeatherValue[] {
  return said.flatMap(([value, say, from]) => (value == null ? [] : [{ text: say(value), from }]));
}

function windText(speedMps: number, fromDeg: number | null | undefined, units: UnitSystem): string {
  const speed = formatSpeed(speedMps, units);
  if (fromDeg == null) return speed;
  const wind = WINDS[Math.round(fromDeg / SECTOR_DEG) % 8] ?? "north-west";
  return `${speed} from the ${wind}`;
}
