import type { DeviceValues } from "@/lib/training/activity/activity-types";
import { type FitContent, type FitFields, numberField, timeField } from "./fit-content";

/** A report from before the start still holds for it. */
const VALID_FOR_S = 2 * 3600;

/** What the weather report on the device said of the activity's time: the one nearest to its middle. */
export function fitWeather(content: FitContent, startS: number, endS: number): DeviceValues {
  const middleS = (startS + endS) / 2;
  const [report] = content.weatherConditions
    .flatMap((fields) => {
      const atS = timeField(fields, "observedAtTime") ?? timeField(fields, "timestamp");
      const isOfThen = atS !== null && atS >= startS - VALID_FOR_S && atS <= endS;
      return isOfThen && fields.weatherReport === "current" ? [{ fields, atS }] : [];
    })
    .sort((a, b) => Math.abs(a.atS - middleS) - Math.abs(b.atS - middleS));
  return report === undefined ? {} : valuesOf(report.fields);
}

function valuesOf(fields: FitFields): DeviceValues {
  const temperatureC = numberField(fields, "temperature");
  const humidityPercent = numberField(fields, "relativeHumidity");
  const windSpeedMps = numberField(fields, "windSpeed");
  const windFromDeg = numberField(fields, "windDirection");
  return {
    ...(temperatureC !== null && { weatherTemperatureC: temperatureC }),
    ...(humidityPercent !== null && { weatherHumidityPercent: humidityPercent }),
    ...(windSpeedMps !== null && { weatherWindSpeedMps: windSpeedMps }),
    ...(windFromDeg !== null && { weatherWindFromDeg: windFromDeg }),
  };
}
