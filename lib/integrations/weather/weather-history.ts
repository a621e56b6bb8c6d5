import "server-only";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import type { WeatherHistory, WeatherRequest } from "@/lib/integrations/ports";
import { countExternalCall } from "@/lib/metrics/count";
import type { WeatherHour } from "@/lib/training/activity/activity-weather";

const TIMEOUT_MS = 15_000;
/** A few days by the hour are some 10 kB. */
const MOST_BYTES = 1024 * 1024;
const HOUR_S = 3600;
/** 0.1°, some 10 km: nobody's door, and the same weather. */
const PLACES_PER_DEGREE = 10;

const values = z.array(z.number().nullable());
const answer = z.object({
  hourly_units: z.object({
    temperature_2m: z.literal("°C"),
    wind_speed_10m: z.literal("m/s"),
  }),
  hourly: z.object({
    time: z.array(z.number().int()).max(10_000),
    temperature_2m: values,
    relative_humidity_2m: values,
    wind_speed_10m: values,
    wind_direction_10m: values,
  }),
});
type Hourly = z.infer<typeof answer>["hourly"];

/**
 * Weather of the past from a service that speaks the protocol of Open-Meteo's archive. The
 * place is rounded to 0.1° before it leaves.
 */
export function createWeatherHistory(baseUrl: string, timeoutMs = TIMEOUT_MS): WeatherHistory {
  return {
    async hours(request) {
      const parsed = answer.safeParse(await ask(addressOf(baseUrl, request), timeoutMs));
      countExternalCall("weather", parsed.success ? "ok" : "misunderstood");
      if (!parsed.success) throw misunderstood();
      return hoursOf(parsed.data.hourly);
    },
  };
}

function addressOf(baseUrl: string, request: WeatherRequest): URL {
  const url = new URL(baseUrl);
  url.pathname = `${url.pathname.replace(/\/+$/, "")}/v1/archive`;
  const query = {
    latitude: rounded(request.latitudeDeg),
    longitude: rounded(request.longitudeDeg),
    start_date: dayOf(request.fromEpochS),
    // The hour after the end as well: what lies between two hours needs both.
    end_date: dayOf(request.toEpochS + HOUR_S),
    hourly: "temperature_2m,relative_humidity_2m,wind_speed_10m,wind_direction_10m",
    timeformat: "unixtime",
    wind_speed_unit: "ms",
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}

function rounded(degrees: number): string {
  return (Math.round(degrees * PLACES_PER_DEGREE) / PLACES_PER_DEGREE).toFixed(1);
}

function dayOf(epochS: number): string {
  return new Date(epochS * 1000).toISOString().slice(0, 10);
}

async function ask(url: URL, timeoutMs: number): Promise<unknown> {
  const response = await answered(url, timeoutMs).catch((error: unknown) => {
    countExternalCall("weather", "unavailable");
    throw error;
  });
  // For a time that it does not cover, the service says that the request is wrong.
  if (response.status === 400) return NOTHING;
  if (response.status === 429) {
    throw unavailable("The weather service wants fewer questions; it is asked again later.");
  }
  if (!response.ok) throw unavailable(`The weather service failed (${response.status}).`);
  try {
    return JSON.parse(response.text);
  } catch {
    throw misunderstood();
  }
}

const NOTHING = {
  hourly_units: { temperature_2m: "°C", wind_speed_10m: "m/s" },
  hourly: {
    time: [],
    temperature_2m: [],
    relative_humidity_2m: [],
    wind_speed_10m: [],
    wind_direction_10m: [],
  },
};

type Answered = { readonly status: number; readonly ok: boolean; readonly text: string };

async function answered(url: URL, timeoutMs: number): Promise<Answered> {
  try {
    const response = await fetch(url, {
      headers: { accept: "application/json" },
      // Elsewhere nobody has agreed to send a place to.
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    const { status, ok } = response;
    return { status, ok, text: ok ? await textOf(response) : "" };
  } catch (cause) {
    throw unavailable("The weather service did not answer.", cause);
  }
}

async function textOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = "";
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) throw new RangeError("The answer is too long.");
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function hoursOf(hourly: Hourly): WeatherHour[] {
  return hourly.time.map((epochS, i) => ({
    epochS,
    temperatureC: within(hourly.temperature_2m[i], -90, 60),
    humidityPercent: within(hourly.relative_humidity_2m[i], 0, 100),
    windSpeedMps: within(hourly.wind_speed_10m[i], 0, 120),
    windFromDeg: within(hourly.wind_direction_10m[i], 0, 360),
  }));
}

function within(value: number | null | undefined, least: number, most: number): number | null {
  return value != null && value >= least && value <= most ? value : null;
}

function unavailable(message: string, cause?: unknown): AppError {
  return new AppError("unavailable", message, { cause });
}

function misunderstood(): AppError {
  return unavailable(
    "The weather service's answer is not understood. Check the address in FORMLINE_WEATHER_URL.",
  );
}
