import path from "node:path";
import { z } from "zod";
import { parseRingKeys } from "@/lib/crypto/parse-ring-keys";

/** What a variable is for, whether it is right, and what stops working without it. */
export type EnvProblem = {
  readonly variable: string;
  readonly problem: string;
  readonly consequence: string;
};

const secretText = z.string().min(32, "must have at least 32 characters");
const httpUrl = z.url({ protocol: /^https?$/, error: "must be an http(s) URL" });
const ringKeys = z.string().transform((text, issue) => {
  const keys = parseRingKeys(text);
  if (typeof keys !== "string") return keys;
  issue.addIssue({ code: "custom", message: keys });
  return z.NEVER;
});
const flag = z
  .enum(["0", "1", "true", "false"], { error: "must be 1 or 0" })
  .transform((text) => text === "1" || text === "true");

/** Each variable that is read, and what does not work when it is wrong. */
export const VARIABLES = {
  NODE_ENV: {
    schema: z.enum(["development", "production", "test"]).default("development"),
    consequence: "the mode of the server is unknown",
  },
  DATABASE_URL: {
    schema: z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgres:// URL" }).optional(),
    consequence: "the database cannot be reached",
  },
  FORMLINE_DB_DRIVER: {
    schema: z.enum(["postgres", "neon", "pglite"]).optional(),
    consequence: "the database driver cannot be chosen",
  },
  FORMLINE_DB_POOL: {
    schema: z.coerce.number().int().min(1).max(200).default(10),
    consequence: "the number of database connections is unknown",
  },
  FORMLINE_DB_PREPARE: {
    schema: flag.default(true),
    consequence: "it is unknown whether connections keep prepared statements",
  },
  FORMLINE_NEON_PROXY: {
    schema: z
      .string()
      .regex(/^[\w.-]+:\d+$/, "must be host:port")
      .optional(),
    consequence: "the Neon driver cannot find its WebSocket proxy",
  },
  FORMLINE_DATA_DIR: {
    schema: z.string().min(1).default(".data"),
    consequence: "there is no place for the embedded database and received files",
  },
  FORMLINE_WATCH_DIR: {
    schema: z.string().refine(path.isAbsolute, "must be an absolute path").optional(),
    consequence: "no folder is watched for new files",
  },
  FORMLINE_WEATHER_URL: {
    schema: httpUrl.optional(),
    consequence: "no weather service is asked",
  },
  FORMLINE_CALENDAR_PRIVATE: {
    schema: flag.default(false),
    consequence: "it is unknown whether calendars of this server's own network may be fetched",
  },
  FORMLINE_GARMIN_PERSONAL_URL: {
    schema: httpUrl.default("https://personal.connectapi.garmin.com"),
    consequence: "Garmin cannot be asked with an athlete's own key",
  },
  FORMLINE_GARMIN_CONNECT: {
    schema: flag.default(false),
    consequence: "it is unknown whether Garmin tokens may be brought along",
  },
  FORMLINE_GARMIN_CONNECT_URL: {
    schema: httpUrl.default("https://connectapi.garmin.com"),
    consequence: "Garmin cannot be asked with tokens that were brought along",
  },
  FORMLINE_GARMIN_CONNECT_AUTH_URL: {
    schema: httpUrl.default("https://diauth.garmin.com"),
    consequence: "Garmin tokens that were brought along cannot be renewed",
  },
  FORMLINE_GARMIN_PARTNER_ID: {
    schema: z.string().min(1).optional(),
    consequence: "Garmin's developer program is not used",
  },
  FORMLINE_GARMIN_PARTNER_SECRET: {
    schema: z.string().min(1).optional(),
    consequence: "Garmin's developer program is not used",
  },
  FORMLINE_GARMIN_PARTNER_URL: {
    schema: httpUrl.default("https://apis.garmin.com"),
    consequence: "Garmin's developer program cannot be asked",
  },
  FORMLINE_GARMIN_PARTNER_AUTH_URL: {
    schema: httpUrl.default("https://diauth.garmin.com"),
    consequence: "Garmin's developer program gives no tokens",
  },
  FORMLINE_GARMIN_PARTNER_CONSENT_URL: {
    schema: httpUrl.default("https://connect.garmin.com"),
    consequence: "nobody can agree to share their Garmin data",
  },
  FORMLINE_STRAVA_ID: {
    schema: z.string().min(1).optional(),
    consequence: "Strava is not used",
  },
  FORMLINE_STRAVA_SECRET: {
    schema: z.string().min(1).optional(),
    consequence: "Strava is not used",
  },
  FORMLINE_STRAVA_SUBSCRIPTION: {
    schema: z.string().regex(/^\d+$/, "must be the number of the subscription").optional(),
    consequence: "events of another Strava subscription cannot be told apart",
  },
  FORMLINE_STRAVA_URL: {
    schema: httpUrl.default("https://www.strava.com"),
    consequence: "Strava cannot be asked",
  },
  AI_MODE: {
    schema: z.enum(["on", "off"], { error: "must be on or off" }).default("on"),
    consequence: "it is unknown whether a language model may be asked",
  },
  ANTHROPIC_API_KEY: {
    schema: z.string().min(1).optional(),
    consequence: "no language model is asked",
  },
  FORMLINE_AI_URL: {
    schema: httpUrl.default("https://api.anthropic.com"),
    consequence: "the language model cannot be asked",
  },
  FORMLINE_AI_BUDGET: {
    schema: z.coerce.number().min(0).max(1_000_000).default(20),
    consequence: "it is unknown how much the language model may cost",
  },
  PORT: {
    schema: z.coerce.number().int().min(0).max(65_535).default(3000),
    consequence: "the server does not know where to listen",
  },
  FORMLINE_URL: {
    schema: httpUrl.optional(),
    consequence: "cookies cannot be marked secure and links in messages have no address",
  },
  FORMLINE_SECRET: {
    schema: secretText.optional(),
    consequence: "nobody can sign in",
  },
  FORMLINE_PEPPER: {
    schema: secretText.optional(),
    consequence: "passwords cannot be checked",
  },
  FORMLINE_KEYS: {
    schema: ringKeys.optional(),
    consequence: "nothing can be connected, because tokens are only stored sealed",
  },
  FORMLINE_METRICS_TOKEN: {
    schema: secretText.optional(),
    consequence: "nothing is counted for Prometheus",
  },
  FORMLINE_TRUST_PROXY: {
    schema: flag.default(false),
    consequence: "the address of a visitor behind a reverse proxy is unknown",
  },
  LOG_LEVEL: {
    schema: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
    consequence: "logging cannot be set up",
  },
  INNGEST_EVENT_KEY: {
    schema: z.string().min(1).optional(),
    consequence: "background work cannot be sent to the Inngest server",
  },
  INNGEST_SIGNING_KEY: {
    schema: z.string().min(1).optional(),
    consequence: "calls of the Inngest server cannot be verified",
  },
  INNGEST_SIGNING_KEY_FALLBACK: {
    schema: z.string().min(1).optional(),
    consequence: "the signing key cannot be rotated without a gap",
  },
  INNGEST_BASE_URL: {
    schema: httpUrl.optional(),
    consequence: "a self-hosted Inngest server cannot be found",
  },
  INNGEST_DEV: {
    schema: z
      .union([flag, httpUrl], { error: "must be 1, 0 or the URL of a dev server" })
      .optional(),
    consequence: "the Inngest dev server cannot be found",
  },
} as const;

export type Name = keyof typeof VARIABLES;
export type Values = { [Key in Name]: z.output<(typeof VARIABLES)[Key]["schema"]> };
export type Source = Readonly<Record<string, string | undefined>>;

/** Names that other tools use for the same thing; ours win. */
const ALIASES: Partial<Record<Name, readonly string[]>> = {
  FORMLINE_URL: ["NEXTAUTH_URL"],
  FORMLINE_SECRET: ["NEXTAUTH_SECRET", "AUTH_SECRET"],
  FORMLINE_AI_URL: ["ANTHROPIC_BASE_URL"],
};

type Reading = { readonly values: Partial<Values>; readonly problems: EnvProblem[] };

/** Each variable for itself; what is wrong is left out. */
export function readVariables(source: Source): Reading {
  const values: Record<string, unknown> = {};
  const problems: EnvProblem[] = [];
  for (const [name, { schema, consequence }] of Object.entries(VARIABLES)) {
    const names = [name, ...(ALIASES[name as Name] ?? [])];
    const given = names.find((key) => (source[key] ?? "") !== "") ?? name;
    // An empty variable is an absent one, except where that would quietly open another database.
    const isAbsent = source[given] === "" && name !== "DATABASE_URL";
    const result = schema.safeParse(isAbsent ? undefined : source[given]);
    if (result.success) values[name] = result.data;
    else {
      const problem = result.error.issues[0]?.message ?? "is malformed";
      problems.push({ variable: given, problem, consequence });
    }
  }
  return { values: values as Partial<Values>, problems };
}
