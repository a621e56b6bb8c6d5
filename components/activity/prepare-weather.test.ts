import { describe, expect, it } from "vitest";
import { prepareWeather } from "./prepare-weather";
import { weatherNotes } from "./weather-notes";

const NOBODY = { weather: null, deviceValues: {}, metrics: {} };
const WEATHER = {
  temperatureC: 26.4,
  humidityPercent: 53.7,
  windSpeedMps: 3.4,
  windFromDeg: 229,
};
const SENSOR = { avgTemperature: { value: 31.2, unit: "°C", formula: "AVG-1@1" } };
const textOf = (prepared: ReturnType<typeof prepareWeather>) =>
  prepared.rows.map(({ label, values }) =>
    [label, ...values.map(({ text, from }) => `${text} ${from}`)].join(": "),
  );

describe("prepareWeather", () => {
  it("says who tells each value", () => {
    const told = { ...NOBODY, weather: WEATHER, metrics: SENSOR };
    expect(textOf(prepareWeather(told, "metric"))).toEqual([
      "Temperature: 26 °C weather service: 31 °C device’s sensor",
      "Humidity: 54 % weather service",
      "Wind: 12.2 km/h from the south-west weather service",
    ]);
    expect(textOf(prepareWeather(told, "imperial"))[0]).toMatch(/80 °F.*88 °F/);
  });

  it("tells a report on the device from a service", () => {
    const deviceValues = {
      weatherTemperatureC: 9,
      weatherWindSpeedMps: 2,
      weatherWindFromDeg: 350,
    };
    const prepared = prepareWeather({ ...NOBODY, deviceValues }, "metric");
    expect(textOf(prepared)).toEqual([
      "Temperature: 9 °C weather report on the device",
      "Wind: 7.2 km/h from the north weather report on the device",
    ]);
    expect(prepared.note).toBeNull();
  });

  it("shows nothing where nobody tells more than the sensor", () => {
    const unknown = {
      temperatureC: null,
      humidityPercent: null,
      windSpeedMps: null,
      windFromDeg: null,
    };
    for (const weather of [null, unknown]) {
      const prepared = prepareWeather({ ...NOBODY, weather, metrics: SENSOR }, "metric");
      expect(prepared).toEqual({ rows: [], note: null });
    }
  });
});

describe("weatherNotes", () => {
  it("flags heat by the service only where the device measured nothing", () => {
    const warm = { weather: WEATHER, metrics: {}, sport: "running" as const };
    expect(weatherNotes(warm)).toMatchObject([{ code: "heat" }]);
    expect(weatherNotes({ ...warm, metrics: SENSOR })).toEqual([]);
    expect(weatherNotes({ ...warm, weather: null })).toEqual([]);
  });
});
