import { describe, expect, it } from "vitest";
import { activityWeather, type WeatherHour } from "./activity-weather";

const EIGHT = 1_760_000_400 - (1_760_000_400 % 3600);
const hour = (n: number, values: Partial<WeatherHour>): WeatherHour => ({
  epochS: EIGHT + n * 3600,
  temperatureC: null,
  humidityPercent: null,
  windSpeedMps: null,
  windFromDeg: null,
  ...values,
});

describe("activityWeather", () => {
  it("takes the mean of the line between the hours", () => {
    const hours = [10, 20, 40].map((temperatureC, n) => hour(n, { temperatureC }));
    expect(activityWeather(hours, EIGHT, 3600).temperatureC).toBeCloseTo(15, 6);
    expect(activityWeather(hours, EIGHT, 7200).temperatureC).toBeCloseTo(22.5, 6);
    expect(activityWeather(hours, EIGHT + 1800, 0).temperatureC).toBeCloseTo(15, 6);
  });

  it("leaves a value out that is not known for half of the time", () => {
    const hours = [20, 22, null, 24].map((temperatureC, n) => hour(n, { temperatureC }));
    expect(activityWeather(hours, EIGHT, 7200).temperatureC).toBeCloseTo(21, 6);
    expect(activityWeather(hours, EIGHT, 3 * 3600).temperatureC).toBeNull();
    expect(activityWeather([], EIGHT, 3600)).toEqual({
      temperatureC: null,
      humidityPercent: null,
      windSpeedMps: null,
      windFromDeg: null,
    });
  });

  it("takes a wind from either side of north as one from the north", () => {
    const hours = [350, 10].map((windFromDeg, n) => hour(n, { windSpeedMps: 4, windFromDeg }));
    const { windSpeedMps, windFromDeg } = activityWeather(hours, EIGHT, 3600);
    expect(windSpeedMps).toBeCloseTo(4, 6);
    expect(Math.cos(((windFromDeg ?? 180) * Math.PI) / 180)).toBeCloseTo(1, 6);
  });

  it("names no direction of a wind that turned about, or of a calm", () => {
    const turned = [90, 270].map((windFromDeg, n) => hour(n, { windSpeedMps: 5, windFromDeg }));
    expect(activityWeather(turned, EIGHT, 3600)).toMatchObject({ windFromDeg: null });
    const calm = [0, 1].map((n) => hour(n, { windSpeedMps: 0, windFromDeg: 0 }));
    expect(activityWeather(calm, EIGHT, 3600)).toMatchObject({
      windSpeedMps: 0,
      windFromDeg: null,
    });
  });
});
