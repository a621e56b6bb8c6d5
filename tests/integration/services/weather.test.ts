import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, it, vi } from "vitest";
import { setDatabase } from "@/db/client";
import { rows } from "@/db/rows";
import {
  type AthleteContext,
  athleteContextForCommandLine,
  athleteContextForJob,
  systemContext,
} from "@/lib/auth/context";
import { LOCAL_ORIGIN } from "@/lib/auth/request-origin";
import { startRunningJobs, stopRunningJobs } from "@/lib/runtime/running-jobs";
import { createImportBatch } from "@/lib/services/create-import-batch";
import { dispatchMissingWeather } from "@/lib/services/dispatch-missing-weather";
import { findWeather } from "@/lib/services/find-weather";
import { finishImport } from "@/lib/services/finish-import";
import { registerUser } from "@/lib/services/register-user";
import { startImport } from "@/lib/services/start-import";
import { importForTest } from "../../support/import-for-test";
import { eachDatabase } from "../../support/test-databases";
import { writeFitActivity } from "../../support/write-fit-activity";

vi.setConfig({ testTimeout: 120_000 });

const SEMICIRCLES_PER_DEGREE = 2 ** 31 / 180;
const HOUR_S = 3600;

/** A service on this machine: what it answers with, and what it was asked. */
const service = {
  asked: [] as URLSearchParams[],
  status: 200,
  temperatureC: 27.5 as number | null,
};
const server = createServer((request, response) => {
  const { searchParams } = new URL(request.url ?? "", "http://local.invalid");
  service.asked.push(searchParams);
  const from = Date.parse(`${searchParams.get("start_date")}T00:00:00Z`) / 1000;
  const to = Date.parse(`${searchParams.get("end_date")}T23:00:00Z`) / 1000;
  const time = Array.from({ length: (to - from) / HOUR_S + 1 }, (_, i) => from + i * HOUR_S);
  const every = (value: number | null) => time.map(() => value);
  response.writeHead(service.status).end(
    JSON.stringify({
      hourly_units: { temperature_2m: "°C", wind_speed_10m: "m/s" },
      hourly: {
        time,
        temperature_2m: every(service.temperatureC),
        relative_humidity_2m: every(service.temperatureC === null ? null : 50),
        wind_speed_10m: every(service.temperatureC === null ? null : 3),
        wind_direction_10m: every(service.temperatureC === null ? null : 90),
      },
    }),
  );
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
afterAll(() => server.close());

// Read once per process.
const dataDir = mkdtempSync(path.join(tmpdir(), "formline-weather-"));
vi.stubEnv("FORMLINE_DATA_DIR", dataDir);
vi.stubEnv("FORMLINE_WEATHER_URL", `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
vi.stubEnv("LOG_LEVEL", "fatal");
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const DAY_MS = 86_400_000;
const daysAgo = (days: number) => Math.floor((Date.now() - days * DAY_MS) / 1000);

/** Ten minutes of running; out of doors when it has a place. */
function runFile(startEpochS: number, place: { lat: number; long: number } | null): Uint8Array {
  const at = place && {
    positionLat: Math.round(place.lat * SEMICIRCLES_PER_DEGREE),
    positionLong: Math.round(place.long * SEMICIRCLES_PER_DEGREE),
  };
  return writeFitActivity({
    startEpochS,
    timer: [[0, "start"]],
    sessions: [{ atS: 0, durationS: 600, sport: "running" }],
    records: Array.from({ length: 601 }, (_, atS) => ({ atS, heartRate: 140, ...at })),
  });
}

const ZURICH = { lat: 47.3769, long: 8.5417 };

eachDatabase("weather from a service", (databases) => {
  let ctx: AthleteContext;
  beforeEach(async () => {
    setDatabase(await databases.create());
    Object.assign(service, { asked: [], status: 200, temperatureC: 27.5 });
    const email = "weather@example.test";
    const account = { email, name: "Ada", password: "a-long-enough-pass-phrase" };
    await registerUser(systemContext(), { ...account, timeZone: "Europe/Paris" }, LOCAL_ORIGIN);
    ctx = await athleteContextForCommandLine(email);
  });
  afterEach(async () => {
    await stopRunningJobs();
    setDatabase(null);
  });

  const weather = async () =>
    ctx.tx(async ({ db }) =>
      rows<{ weather: unknown }>(
        await db.execute(sql`select weather from activities order by started_at`),
      ).map((row) => row.weather),
    );
  const settle = async () => (await startRunningJobs()).drain();
  const WARM = { temperatureC: 27.5, humidityPercent: 50, windSpeedMps: 3, windFromDeg: 90 };
  const UNKNOWN = {
    temperatureC: null,
    humidityPercent: null,
    windSpeedMps: null,
    windFromDeg: null,
  };
  const rounded = (told: unknown) =>
    JSON.parse(JSON.stringify(told), (_, value) =>
      typeof value === "number" ? Math.round(value * 1e6) / 1e6 : value,
    );

  it("is asked for after an import, once, for activities with a place", async () => {
    await importForTest(ctx, {
      "outside.fit": runFile(daysAgo(40), ZURICH),
      "no place.fit": runFile(daysAgo(30), null),
    });
    await settle();
    expect(rounded(await weather())).toEqual([WARM, UNKNOWN]);
    expect(service.asked.map((asked) => [asked.get("latitude"), asked.get("longitude")])).toEqual([
      ["47.4", "8.5"],
    ]);
    await dispatchMissingWeather(systemContext());
    await settle();
    expect(service.asked).toHaveLength(1);
  });

  it("waits for what is too new for the service, and gives up what is old", async () => {
    service.temperatureC = null;
    await importForTest(ctx, {
      "old.fit": runFile(daysAgo(40), ZURICH),
      "new.fit": runFile(daysAgo(2), ZURICH),
    });
    await settle();
    expect(await weather()).toEqual([UNKNOWN, null]);
    service.temperatureC = 27.5;
    expect(await dispatchMissingWeather(systemContext())).toEqual({ athletes: 1 });
    await settle();
    expect(rounded(await weather())).toEqual([UNKNOWN, WARM]);
    expect(service.asked).toHaveLength(3);
  });

  it("keeps nothing while the service fails, and takes it up again", async () => {
    service.status = 500;
    await importForTest(ctx, { "outside.fit": runFile(daysAgo(40), ZURICH) });
    await settle();
    expect(await weather()).toEqual([null]);
    const again = await athleteContextForJob(ctx.athleteId);
    await expect(findWeather(again, null)).rejects.toMatchObject({ code: "unavailable" });
    service.status = 200;
    expect(await findWeather(again, null)).toEqual({ found: 1, lastId: null });
    expect(rounded(await weather())).toEqual([WARM]);
  });

  it("is not asked for when none is configured", async () => {
    const off: AthleteContext = {
      ...ctx,
      ports: { ...ctx.ports, spool: ctx.ports.spool, weather: null },
    };
    const { batchId } = await createImportBatch(off, "command_line");
    await startImport(off, batchId);
    await finishImport(off, batchId);
    expect(await findWeather(off, null)).toEqual({ found: 0, lastId: null });
    const sent = await systemContext().tx(async ({ db }) =>
      rows(await db.execute(sql`select 1 from job_events where name = 'weather/missing'`)),
    );
    expect(sent).toEqual([]);
  });
});
