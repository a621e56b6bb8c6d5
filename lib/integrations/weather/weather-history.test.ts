import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createWeatherHistory } from "./weather-history";

const EIGHT = Date.UTC(2026, 5, 3, 8) / 1000;
const REQUEST = {
  latitudeDeg: 47.3769,
  longitudeDeg: 8.5417,
  fromEpochS: EIGHT,
  toEpochS: EIGHT + 3600,
};
const BODY = {
  hourly_units: { time: "unixtime", temperature_2m: "°C", wind_speed_10m: "m/s" },
  hourly: {
    time: [EIGHT, EIGHT + 3600],
    temperature_2m: [18.2, null],
    relative_humidity_2m: [61, 58],
    wind_speed_10m: [2.4, 3.1],
    wind_direction_10m: [225, 400],
  },
};

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const answering = (status: number, body: string, headers = {}) =>
  serve((_request, response) => response.writeHead(status, headers).end(body));

describe("createWeatherHistory", () => {
  it("asks for the days at a rounded place, and reads the hours", async () => {
    const asked: string[] = [];
    const url = await serve((request, response) => {
      asked.push(request.url ?? "");
      response.end(JSON.stringify(BODY));
    });
    const hours = await createWeatherHistory(`${url}/weather/?key=k`).hours(REQUEST);
    expect(hours).toEqual([
      {
        epochS: EIGHT,
        temperatureC: 18.2,
        humidityPercent: 61,
        windSpeedMps: 2.4,
        windFromDeg: 225,
      },
      {
        epochS: EIGHT + 3600,
        temperatureC: null,
        humidityPercent: 58,
        windSpeedMps: 3.1,
        windFromDeg: null,
      },
    ]);
    const { pathname, searchParams } = new URL(asked[0] ?? "", url);
    expect(pathname).toBe("/weather/v1/archive");
    expect(Object.fromEntries(searchParams)).toEqual({
      key: "k",
      latitude: "47.4",
      longitude: "8.5",
      start_date: "2026-06-03",
      end_date: "2026-06-03",
      hourly: "temperature_2m,relative_humidity_2m,wind_speed_10m,wind_direction_10m",
      timeformat: "unixtime",
      wind_speed_unit: "ms",
    });
  });

  it("has no hours for a time that the service does not cover", async () => {
    const url = await answering(400, JSON.stringify({ error: true, reason: "out of range" }));
    expect(await createWeatherHistory(url).hours(REQUEST)).toEqual([]);
  });

  it.each([
    ["a failure", 500, "{}", /failed \(500\)/],
    ["too many questions", 429, "{}", /fewer questions/],
    ["a page in place of data", 200, "<html>Sign in</html>", /not understood/],
    ["data of another form", 200, JSON.stringify({ hourly: { time: ["2026"] } }), /not understood/],
    ["other units", 200, JSON.stringify(BODY).replace("°C", "°F"), /not understood/],
    ["an endless answer", 200, "x".repeat(2 * 1024 * 1024), /did not answer/],
  ])("may be asked again after %s", async (_what, status, body, message) => {
    const url = await answering(status, body);
    await expect(createWeatherHistory(url).hours(REQUEST)).rejects.toMatchObject({
      code: "unavailable",
      message: expect.stringMatching(message),
    });
  });

  it("waits only so long, and for nobody who is not there", async () => {
    const silent = await serve(() => undefined);
    const failure = { code: "unavailable", message: expect.stringContaining("did not answer") };
    await expect(createWeatherHistory(silent, 100).hours(REQUEST)).rejects.toMatchObject(failure);
    const nowhere = "http://127.0.0.1:1";
    await expect(createWeatherHistory(nowhere).hours(REQUEST)).rejects.toMatchObject(failure);
  });

  it("sends the place nowhere else", async () => {
    const asked: string[] = [];
    const other = await serve((request, response) => {
      asked.push(request.url ?? "");
      response.end(JSON.stringify(BODY));
    });
    const url = await answering(302, "", { location: other });
    await expect(createWeatherHistory(url).hours(REQUEST)).rejects.toMatchObject({
      code: "unavailable",
    });
    expect(asked).toEqual([]);
  });
});
