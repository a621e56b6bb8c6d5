import { verify } from "@node-rs/argon2";
import { eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { type OpenDatabase, setDatabase } from "@/db/client";
import { listUsers } from "@/db/queries/system";
import { runAsSystem } from "@/db/run-as-system";
import { athleteSchedules, athletes, users } from "@/db/schema";
import { authorize } from "@/lib/auth/authorize";
import {
  athleteContextForCommandLine,
  athleteContextForJob,
  systemContext,
} from "@/lib/auth/context";
import { hashPassword, verifyPassword } from "@/lib/auth/password-hash";
import type { AthleteId } from "@/lib/ids";
import { registerUser } from "@/lib/services/register-user";
import { resetPassword } from "@/lib/services/reset-password";
import { eachDatabase } from "@/tests/support/test-databases";

const settings = vi.hoisted(() => {
  vi.stubEnv("FORMLINE_SECRET", "of these tests alone, 32 or more");
  vi.stubEnv("LOG_LEVEL", "silent");
  return { pepper: null as string | null };
});
// The library's own function, watched.
vi.mock("@node-rs/argon2", { spy: true });
vi.mock("@/lib/env", async (original) => {
  const real = await original<typeof import("@/lib/env")>();
  return { ...real, env: () => ({ ...real.env(), pepper: settings.pepper }) };
});

const PASSWORD = "Tr4montane-Kestrel";
const OLD_HASH = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$";
const person = (email: string) => ({
  email,
  name: "Ada",
  password: PASSWORD,
  timeZone: "Asia/Kathmandu",
});

describe("password hashes", () => {
  afterEach(() => {
    settings.pepper = null;
  });

  it("are Argon2id with 64 MiB and three passes, different each time", async () => {
    const [one, two] = await Promise.all([hashPassword(PASSWORD), hashPassword(PASSWORD)]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    expect(one).not.toBe(two);
    expect(await verifyPassword(PASSWORD, one)).toEqual({ isCorrect: true, needsRehash: false });
  });

  it("take the password exactly as it was typed", async () => {
    const hash = await hashPassword(" Pässword mit Leerzeichen ");
    expect((await verifyPassword("Pässword mit Leerzeichen", hash)).isCorrect).toBe(false);
    // The same letters, composed otherwise.
    expect((await verifyPassword(" Pa\u0308ssword mit Leerzeichen ", hash)).isCorrect).toBe(false);
    expect((await verifyPassword(" Pässword mit Leerzeichen ", hash)).isCorrect).toBe(true);
  });

  it("do the same work for an account that does not exist", async () => {
    const hash = await hashPassword(PASSWORD);
    await verifyPassword("wrong", null);
    const compared = vi.mocked(verify);
    compared.mockClear();
    for (const stored of [hash, null]) {
      expect((await verifyPassword("wrong", stored)).isCorrect).toBe(false);
    }
    const costs = compared.mock.calls.map(([encoded]) => String(encoded).split("$").slice(0, 4));
    expect(costs).toEqual([hash.split("$").slice(0, 4), hash.split("$").slice(0, 4)]);
  });

  it("go through the pepper when there is one, and are renewed when that changes", async () => {
    const plain = await hashPassword(PASSWORD);
    settings.pepper = "p".repeat(32);
    expect(await verifyPassword(PASSWORD, plain)).toEqual({ isCorrect: true, needsRehash: true });
    const peppered = await hashPassword(PASSWORD);
    expect(await verifyPassword(PASSWORD, peppered)).toEqual({
      isCorrect: true,
      needsRehash: false,
    });
    settings.pepper = "q".repeat(32);
    expect((await verifyPassword(PASSWORD, peppered)).isCorrect).toBe(false);
    settings.pepper = null;
    expect((await verifyPassword(PASSWORD, peppered)).isCorrect).toBe(false);
  });
});

eachDatabase("accounts", (databases) => {
  let database: OpenDatabase;

  beforeAll(async () => {
    database = await databases.create();
    setDatabase(database);
    return () => setDatabase(null);
  }, 60_000);

  it("come with their athlete and the athlete's first morning", async () => {
    const { userId, athleteId } = await registerUser(systemContext(), person("a@example.org"));
    const [row] = await runAsSystem(database)(({ db }) =>
      db
        .select()
        .from(users)
        .innerJoin(athletes, eq(athletes.userId, users.id))
        .innerJoin(athleteSchedules, eq(athleteSchedules.athleteId, athletes.id))
        .where(eq(users.id, userId)),
    );
    expect(row?.athletes).toMatchObject({
      id: athleteId,
      timeZone: "Asia/Kathmandu",
      isDemo: false,
    });
    const next = row?.athlete_schedules.nextMorningAt;
    expect(next?.toISOString()).toMatch(/T00:15:00\.000Z$/); // 06:00 at +05:45
    expect(next?.getTime()).toBeGreaterThan(Date.now());
    expect(JSON.stringify(row)).not.toContain(PASSWORD);
  });

  it("are one per address, however it is written, also when made at once", async () => {
    const attempts = ["b@example.org", "B@Example.org", " b@EXAMPLE.org "].map((email) =>
      registerUser(systemContext(), person(email)),
    );
    const results = await Promise.allSettled(attempts);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refused = results.filter((result) => result.status === "rejected");
    expect(refused.map(({ reason }) => reason.code)).toEqual(["conflict", "conflict"]);
    const found = await runAsSystem(database)(listUsers);
    expect(found.filter(({ email }) => /^\s*b@/i.test(email))).toHaveLength(1);
  });

  it.each([
    ["email", { email: "not an address" }],
    ["password", { password: "short" }],
    ["password", { password: "x".repeat(1025) }],
    ["password", { password: "formline2026" }],
    ["timeZone", { timeZone: "Mars/Olympus" }],
    ["name", { name: "  " }],
  ])("are refused with the field to mend: %s %j", async (field, change) => {
    await expect(
      registerUser(systemContext(), { ...person("c@example.org"), ...change }),
    ).rejects.toMatchObject({ code: "invalid_input", details: { field } });
    const found = await runAsSystem(database)(listUsers);
    expect(found.some(({ email }) => email === "c@example.org")).toBe(false);
  });

  it("get a newer hash at the next sign-in when the parameters have grown", async () => {
    const { userId } = await registerUser(systemContext(), person("d@example.org"));
    const { hash } = await import("@node-rs/argon2");
    const old = await hash(PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    expect(old.startsWith(OLD_HASH.slice(0, 30))).toBe(true);
    const stored = (write?: string) =>
      runAsSystem(database)(async ({ db }) => {
        if (write) await db.update(users).set({ passwordHash: write }).where(eq(users.id, userId));
        const [row] = await db.select().from(users).where(eq(users.id, userId));
        return row?.passwordHash;
      });
    await stored(old);
    await authorize({ email: "d@example.org", password: PASSWORD }, {});
    expect(await stored()).toMatch(/\$m=65536,t=3,p=1\$/);
    await authorize({ email: "d@example.org", password: PASSWORD }, {});
  });

  it("answer with a constant code and nothing else", async () => {
    await registerUser(systemContext(), person("e@example.org"));
    const answer = (email: string, password: string) =>
      authorize({ email, password }, {}).then(
        () => "ok",
        (error: Error) => error.message,
      );
    expect(await answer("e@example.org", "wrong")).toBe("invalid");
    expect(await answer("nobody@example.org", "wrong")).toBe("invalid");
    expect(await answer("no address", "wrong")).toBe("invalid");
    expect(await answer("e@example.org", "x".repeat(2000))).toBe("invalid");
    setDatabase(null);
    expect(await answer("e@example.org", PASSWORD)).toBe("unavailable");
    setDatabase(database);
  });

  it("are reset by whoever runs the server, with the same rules for the password", async () => {
    await registerUser(systemContext(), person("f@example.org"));
    const reset = (email: string, password: string) =>
      resetPassword(systemContext(), { email, password });
    await expect(reset("f@example.org", "short")).rejects.toMatchObject({ code: "invalid_input" });
    await expect(reset("f@example.org", "password12345")).rejects.toMatchObject({
      code: "invalid_input",
    });
    await expect(reset("g@example.org", "Sirocco-Falcon-77")).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("lend their athlete to jobs and to the command line, and no other", async () => {
    const { athleteId, userId } = await registerUser(systemContext(), person("h@example.org"));
    const job = await athleteContextForJob(athleteId, { requestId: "request-of-the-click" });
    expect(job).toMatchObject({
      athleteId,
      timeZone: "Asia/Kathmandu",
      requestId: "request-of-the-click",
      actor: { kind: "job", userId: null },
    });
    expect(Object.isFrozen(job)).toBe(true);
    const typed = await athleteContextForCommandLine("H@example.org");
    expect(typed).toMatchObject({ athleteId, actor: { kind: "command-line", userId } });
    const rows = await typed.tx(({ db }) => db.select({ id: athletes.id }).from(athletes));
    expect(rows).toEqual([{ id: athleteId }]);
    for (const id of ["", "1; drop table users", crypto.randomUUID() as AthleteId]) {
      await expect(athleteContextForJob(id)).rejects.toMatchObject({ code: "not_found" });
    }
    await expect(athleteContextForCommandLine("i@example.org")).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
