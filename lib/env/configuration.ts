import path from "node:path";
import type { Values } from "./variables";

/** What a vendor knows the operator's application by. */
type AppKey = { readonly clientId: string; readonly clientSecret: string };

/** The configuration, read once; instants, paths and flags already in their type. */
export type Env = {
  readonly isProduction: boolean;
  readonly isTest: boolean;
  /** True inside `next build`, where no database, secret or network is touched. */
  readonly isBuild: boolean;
  /** Null means the embedded database under `dataDir`. */
  readonly databaseUrl: string | null;
  /** Null means: chosen by `databaseUrl`. */
  readonly databaseDriver: "postgres" | "neon" | "pglite" | null;
  readonly databasePool: number;
  /** False behind a pooler that gives each transaction another connection. */
  readonly databasePrepares: boolean;
  /** host:port of a WebSocket proxy in front of Postgres, for the Neon driver. */
  readonly neonProxy: string | null;
  /** Absolute. */
  readonly dataDir: string;
  /** Absolute; null when no folder is watched. */
  readonly watchDir: string | null;
  /** Base of a service that keeps the weather of the past; null when none is asked. */
  readonly weatherUrl: string | null;
  /** Calendars may lie in the network around this server, and be fetched without encryption. */
  readonly calendarAllowsPrivate: boolean;
  /** Where data can come from by itself; null where the operator has not set it up. */
  readonly sources: {
    readonly garminPersonal: { readonly baseUrl: string };
    /** Unofficial, so only where the operator says so. */
    readonly garminConnect: { readonly baseUrl: string; readonly authUrl: string } | null;
    readonly garminPartner:
      | (AppKey & {
          readonly apiUrl: string;
          readonly authUrl: string;
          readonly consentUrl: string;
        })
      | null;
    readonly strava:
      | (AppKey & { readonly baseUrl: string; readonly subscriptionId: string | null })
      | null;
  };
  readonly ai: {
    /** Null where no model is asked: switched off, or without a key. */
    readonly anthropic: { readonly apiKey: string; readonly baseUrl: string } | null;
    readonly isOff: boolean;
    /** The account of a model that was switched off: what is under way there is called back. */
    readonly former: { readonly apiKey: string; readonly baseUrl: string } | null;
    /** US dollars in a calendar month, for all athletes together. */
    readonly budgetUsd: number;
  };
  readonly port: number;
  /** Origin under which browsers reach the server, without a trailing slash. */
  readonly publicUrl: string;
  /** Cookies carry `Secure` and HSTS is sent. */
  readonly isHttps: boolean;
  /** Null means the owner-only file under `dataDir` (embedded database only). */
  readonly secret: string | null;
  readonly pepper: string | null;
  /** The first one is current; null means the owner-only file under `dataDir`, or none. */
  readonly keys: NonNullable<Values["FORMLINE_KEYS"]> | null;
  /** What a scraper of metrics has to know; null when nothing is counted. */
  readonly metricsToken: string | null;
  readonly trustProxy: boolean;
  readonly logLevel: Values["LOG_LEVEL"];
  readonly inngest: {
    readonly eventKey: string | null;
    readonly signingKey: string | null;
    readonly signingKeyFallback: string | null;
    readonly baseUrl: string | null;
    readonly dev: boolean | string;
  };
};

function originOf(url: string): string {
  return new URL(url).origin;
}

/** The configuration from values that were all found right. */
export function configurationFrom(values: Values, isBuild: boolean): Env {
  const publicUrl = values.FORMLINE_URL
    ? originOf(values.FORMLINE_URL)
    : `http://localhost:${values.PORT}`;
  return Object.freeze({
    isProduction: values.NODE_ENV === "production",
    isTest: values.NODE_ENV === "test",
    isBuild,
    databaseUrl: values.DATABASE_URL ?? null,
    databaseDriver: values.FORMLINE_DB_DRIVER ?? null,
    databasePool: values.FORMLINE_DB_POOL,
    databasePrepares: values.FORMLINE_DB_PREPARE,
    neonProxy: values.FORMLINE_NEON_PROXY ?? null,
    dataDir: path.resolve(values.FORMLINE_DATA_DIR),
    watchDir: values.FORMLINE_WATCH_DIR ?? null,
    weatherUrl: values.FORMLINE_WEATHER_URL ?? null,
    calendarAllowsPrivate: values.FORMLINE_CALENDAR_PRIVATE,
    sources: sourcesOf(values),
    ai: aiOf(values),
    port: values.PORT,
    publicUrl,
    isHttps: publicUrl.startsWith("https://"),
    secret: values.FORMLINE_SECRET ?? null,
    pepper: values.FORMLINE_PEPPER ?? null,
    keys: values.FORMLINE_KEYS ?? null,
    metricsToken: values.FORMLINE_METRICS_TOKEN ?? null,
    trustProxy: values.FORMLINE_TRUST_PROXY,
    logLevel: values.LOG_LEVEL,
    inngest: {
      eventKey: values.INNGEST_EVENT_KEY ?? null,
      signingKey: values.INNGEST_SIGNING_KEY ?? null,
      signingKeyFallback: values.INNGEST_SIGNING_KEY_FALLBACK ?? null,
      baseUrl: values.INNGEST_BASE_URL ?? null,
      dev: values.INNGEST_DEV ?? false,
    },
  });
}

function sourcesOf(values: Values): Env["sources"] {
  const partner = appKey(values.FORMLINE_GARMIN_PARTNER_ID, values.FORMLINE_GARMIN_PARTNER_SECRET);
  const strava = appKey(values.FORMLINE_STRAVA_ID, values.FORMLINE_STRAVA_SECRET);
  return {
    garminPersonal: { baseUrl: values.FORMLINE_GARMIN_PERSONAL_URL },
    garminConnect: values.FORMLINE_GARMIN_CONNECT
      ? {
          baseUrl: values.FORMLINE_GARMIN_CONNECT_URL,
          authUrl: values.FORMLINE_GARMIN_CONNECT_AUTH_URL,
        }
      : null,
    garminPartner: partner && {
      ...partner,
      apiUrl: values.FORMLINE_GARMIN_PARTNER_URL,
      authUrl: values.FORMLINE_GARMIN_PARTNER_AUTH_URL,
      consentUrl: values.FORMLINE_GARMIN_PARTNER_CONSENT_URL,
    },
    strava: strava && {
      ...strava,
      baseUrl: values.FORMLINE_STRAVA_URL,
      subscriptionId: values.FORMLINE_STRAVA_SUBSCRIPTION ?? null,
    },
  };
}

function aiOf(values: Values): Env["ai"] {
  const { AI_MODE: mode, ANTHROPIC_API_KEY: apiKey, FORMLINE_AI_URL: baseUrl } = values;
  return {
    anthropic: mode === "on" && apiKey ? { apiKey, baseUrl } : null,
    isOff: mode === "off",
    former: mode === "off" && apiKey ? { apiKey, baseUrl } : null,
    budgetUsd: values.FORMLINE_AI_BUDGET,
  };
}

function appKey(clientId: string | undefined, clientSecret: string | undefined): AppKey | null {
  return clientId && clientSecret ? { clientId, clientSecret } : null;
}
