import path from "node:path";
import { describe, expect, it } from "vitest";
import { describeEnvProblems, parseEnv } from "./env";

const SECRET = "s".repeat(32);
const usable = (source: Record<string, string>) => {
  const { env, problems } = parseEnv(source);
  if (env === null) throw new Error(describeEnvProblems(problems));
  return env;
};
const variables = (source: Record<string, string>) =>
  parseEnv(source).problems.map((problem) => problem.variable);

describe("parseEnv", () => {
  it("needs nothing for the embedded database", () => {
    const env = usable({ NODE_ENV: "production" });
    expect(env.databaseUrl).toBeNull();
    expect(env.secret).toBeNull();
    expect(env.dataDir).toBe(path.resolve(".data"));
    expect(env.publicUrl).toBe("http://localhost:3000");
    expect(env.isHttps).toBe(false);
  });

  it("names what a production database needs, and what fails without it", () => {
    const { problems } = parseEnv({
      NODE_ENV: "production",
      DATABASE_URL: "postgres://u:p@127.0.0.1/f",
    });
    expect(problems.map((p) => p.variable)).toEqual(["FORMLINE_SECRET", "FORMLINE_URL"]);
    expect(describeEnvProblems(problems)).toContain(
      "FORMLINE_SECRET is required with DATABASE_URL: nobody can sign in.",
    );
  });

  it("does not ask a build for secrets", () => {
    const source = { NODE_ENV: "production", DATABASE_URL: "postgres://u:p@h/f" };
    expect(variables({ ...source, NEXT_PHASE: "phase-production-build" })).toEqual([]);
  });

  it("names every malformed variable at once, without repeating its value", () => {
    const source = {
      DATABASE_URL: "mysql://root:hunter2@h/f",
      PORT: "http",
      LOG_LEVEL: "loud",
      FORMLINE_SECRET: "short",
      FORMLINE_URL: "formline.example.org",
      FORMLINE_TRUST_PROXY: "maybe",
    };
    expect(variables(source).sort()).toEqual(Object.keys(source).sort());
    const text = describeEnvProblems(parseEnv(source).problems);
    expect(text).not.toContain("hunter2");
    expect(text).not.toContain("short");
  });

  it("takes an empty variable as absent, except the one that chooses the database", () => {
    expect(usable({ FORMLINE_SECRET: "", PORT: "" }).port).toBe(3000);
    expect(variables({ DATABASE_URL: "" })).toEqual(["DATABASE_URL"]);
  });

  it("refuses half a choice of database or of Inngest server", () => {
    expect(variables({ FORMLINE_DB_DRIVER: "neon" })).toEqual(["DATABASE_URL"]);
    expect(variables({ FORMLINE_DB_DRIVER: "pglite", DATABASE_URL: "postgres://h/f" })).toEqual([
      "FORMLINE_DB_DRIVER",
    ]);
    expect(variables({ INNGEST_EVENT_KEY: "k" })).toEqual(["INNGEST_SIGNING_KEY"]);
    expect(variables({ INNGEST_SIGNING_KEY: "k" })).toEqual(["INNGEST_EVENT_KEY"]);
    expect(variables({ INNGEST_EVENT_KEY: "k", INNGEST_DEV: "1" })).toEqual([]);
  });

  it("asks no weather service unless one is named", () => {
    expect(usable({}).weatherUrl).toBeNull();
    expect(usable({ FORMLINE_WEATHER_URL: "http://127.0.0.1:8080/w" }).weatherUrl).toMatch(/8080/);
    expect(variables({ FORMLINE_WEATHER_URL: "weather" })).toEqual(["FORMLINE_WEATHER_URL"]);
  });

  it("fetches no calendar of its own network unless it is told to", () => {
    expect(usable({}).calendarAllowsPrivate).toBe(false);
    expect(usable({ FORMLINE_CALENDAR_PRIVATE: "1" }).calendarAllowsPrivate).toBe(true);
  });

  it("watches a folder only where it is told to, and never the one it writes to", () => {
    expect(usable({}).watchDir).toBeNull();
    expect(usable({ FORMLINE_WATCH_DIR: "/srv/training" }).watchDir).toBe("/srv/training");
    expect(variables({ FORMLINE_WATCH_DIR: "training" })).toEqual(["FORMLINE_WATCH_DIR"]);
    const inside = (watched: string, data: string) =>
      variables({ FORMLINE_WATCH_DIR: watched, FORMLINE_DATA_DIR: data });
    expect(inside("/srv", "/srv/data")).toEqual(["FORMLINE_WATCH_DIR"]);
    expect(inside("/srv/data/in", "/srv/data/")).toEqual(["FORMLINE_WATCH_DIR"]);
    expect(inside("/srv/data", "/srv/data")).toEqual(["FORMLINE_WATCH_DIR"]);
    expect(inside("/srv/data-in", "/srv/data")).toEqual([]);
  });

  it("reads the ring of keys, the current one first, and never repeats one that is wrong", () => {
    const key = (byte: number) => Buffer.alloc(32, byte).toString("base64");
    const ring = usable({ FORMLINE_KEYS: `k2:${key(2)}, k1:${key(1)}` }).keys;
    expect(ring?.map(({ id, key }) => [id, key[0], key.length])).toEqual([
      ["k2", 2, 32],
      ["k1", 1, 32],
    ]);
    expect(usable({}).keys).toBeNull();
    for (const wrong of ["k1:hunter2", key(1), `k1:${key(1)},k1:${key(2)}`, `k1:${key(1)},`]) {
      const { problems } = parseEnv({ FORMLINE_KEYS: wrong });
      expect(problems.map((problem) => problem.variable)).toEqual(["FORMLINE_KEYS"]);
      expect(describeEnvProblems(problems)).not.toMatch(/hunter2|AQEB/);
    }
  });

  it("takes the names that next-auth uses, after ours", () => {
    const aliases = { NEXTAUTH_URL: "https://a.example/", NEXTAUTH_SECRET: `a${SECRET}` };
    expect(usable(aliases).publicUrl).toBe("https://a.example");
    expect(usable(aliases).isHttps).toBe(true);
    expect(usable({ ...aliases, FORMLINE_SECRET: SECRET }).secret).toBe(SECRET);
  });

  it("reads flags and the dev server's address", () => {
    expect(usable({ FORMLINE_TRUST_PROXY: "1" }).trustProxy).toBe(true);
    expect(usable({ FORMLINE_TRUST_PROXY: "0" }).trustProxy).toBe(false);
    expect(usable({ INNGEST_DEV: "1" }).inngest.dev).toBe(true);
    expect(usable({ INNGEST_DEV: "http://127.0.0.1:8288" }).inngest.dev).toBe(
      "http://127.0.0.1:8288",
    );
  });
});
