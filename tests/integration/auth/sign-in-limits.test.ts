import { eq } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type OpenDatabase, setDatabase } from "@/db/client";
import { pruneRateLimits } from "@/db/mutations/rate-limits";
import { runAsSystem } from "@/db/run-as-system";
import { auditLog, rateLimits } from "@/db/schema";
import { authorize } from "@/lib/auth/authorize";
import { systemContext } from "@/lib/auth/context";
import { LOCAL_ORIGIN } from "@/lib/auth/request-origin";
import { changePassword } from "@/lib/services/change-password";
import { limitUse } from "@/lib/services/limit-use";
import { registerUser } from "@/lib/services/register-user";
import { resetPassword } from "@/lib/services/reset-password";
import { countSignInAttempt } from "@/lib/services/sign-in-limits";
import { eachDatabase } from "@/tests/support/test-databases";

vi.hoisted(() => {
  vi.stubEnv("FORMLINE_SECRET", "of these tests alone, 32 or more");
  vi.stubEnv("LOG_LEVEL", "silent");
});
// What is tested here is who may try, not the hash: that one would take minutes.
vi.mock("@/lib/auth/password-hash", () => ({
  hashPassword: async (password: string) => `plain:${password}`,
  verifyPassword: async (password: string, stored: string | null) => ({
    isCorrect: stored === `plain:${password}`,
    needsRehash: false,
  }),
}));

const PASSWORD = "Tr4montane-Kestrel";
const HOUR_S = 3600;
let people = 0;

eachDatabase("the limits of signing in", (databases) => {
  let database: OpenDatabase;
  let email: string;
  let now: number;

  beforeAll(async () => {
    database = await databases.create();
    setDatabase(database);
    return () => setDatabase(null);
  }, 60_000);

  beforeEach(async () => {
    people += 1;
    email = `ada.${people}@example.org`;
    now = Date.parse("2026-11-21T12:00:00Z");
    vi.useFakeTimers({ toFake: ["Date"], now });
    const input = { email, name: "Ada", password: PASSWORD, timeZone: "UTC" };
    await registerUser(systemContext(), input);
    await runAsSystem(database)(({ db }) => db.delete(rateLimits));
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const pass = (seconds: number) => {
    now += seconds * 1000;
    vi.setSystemTime(now);
  };
  /** "ok", "invalid" or the seconds to wait. */
  const attempt = async (password: string, address = "203.0.113.1", who = email) => {
    const headers = { "x-forwarded-for": address };
    try {
      await authorize({ email: who, password }, headers);
      return "ok";
    } catch (error) {
      const [code, seconds] = (error as Error).message.split(":");
      return code === "rate_limited" ? Number(seconds) : code;
    }
  };
  const fail = async (times: number, address?: string, who?: string) => {
    for (let i = 0; i < times; i++) expect(await attempt("wrong", address, who)).toBe("invalid");
  };

  it("lets five attempts pass, then asks for waits that double", async () => {
    await fail(5);
    for (const wait of [5, 10, 20, 40, 80, 160, 320, 640, 900, 900]) {
      expect(await attempt("wrong")).toBe(wait);
      pass(wait - 1);
      expect(await attempt("wrong")).toBe(1);
      pass(1);
      await fail(1);
    }
  });

  it("never shuts out for good: fifteen minutes at most, however long it goes on", async () => {
    await fail(5);
    for (let i = 0; i < 60; i++) {
      pass(15 * 60);
      await fail(1);
    }
    pass(15 * 60);
    expect(await attempt(PASSWORD)).toBe("ok");
  });

  it("refuses the right password while waiting, and starts anew when it comes in time", async () => {
    await fail(5);
    expect(await attempt(PASSWORD)).toBe(5);
    pass(5);
    expect(await attempt(PASSWORD)).toBe("ok");
    await fail(5);
    expect(await attempt("wrong")).toBe(5);
  });

  it("does not make the wait longer for asking during it", async () => {
    await fail(5);
    for (let i = 0; i < 50; i++) expect(await attempt("wrong")).toBe(5);
    pass(5);
    expect(await attempt(PASSWORD)).toBe("ok");
  });

  it("forgets after a day", async () => {
    await fail(5);
    pass(24 * HOUR_S);
    await fail(5);
    expect(await attempt("wrong")).toBe(5);
  });

  it("answers the same for an address that has no account", async () => {
    const nobody = `nobody.${people}@example.org`;
    const known: unknown[] = [];
    const unknown: unknown[] = [];
    for (let i = 0; i < 8; i++) {
      known.push(await attempt("wrong", "203.0.113.1"));
      unknown.push(await attempt("wrong", "203.0.113.2", nobody));
    }
    expect(unknown).toEqual(known);
    expect(unknown.at(-1)).toBe(5);
  });

  it("keeps the owner's door open while another address guesses", async () => {
    await fail(5, "198.51.100.1");
    expect(await attempt("wrong", "198.51.100.1")).toBe(5);
    expect(await attempt(PASSWORD, "203.0.113.1")).toBe("ok");
  });

  it("slows down many addresses that guess at one account", async () => {
    for (let i = 0; i < 20; i++) await fail(1, `198.51.100.${i}`);
    expect(await attempt("wrong", "198.51.100.99")).toBe(5);
  });

  it("slows down one address that tries many accounts", async () => {
    for (let i = 0; i < 50; i++) await fail(1, "198.51.100.7", `victim.${i}@example.org`);
    expect(await attempt("wrong", "198.51.100.7", "victim.99@example.org")).toBe(5);
    expect(await attempt(PASSWORD, "198.51.100.8")).toBe("ok");
  });

  it("counts one subscriber's whole IPv6 network as one", async () => {
    for (let i = 0; i < 5; i++) await fail(1, `2001:db8:1:2::${i}`);
    expect(await attempt("wrong", "2001:db8:1:2:ffff::1")).toBe(5);
  });

  it("lets no more than five of fifty simultaneous attempts through", async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => attempt("wrong")));
    expect(answers.filter((answer) => answer === "invalid")).toHaveLength(5);
    expect(answers.filter((answer) => answer === 5)).toHaveLength(45);
  });

  it("leaves no trace of a refused attempt in the other counters", async () => {
    const target = { email, address: "203.0.113.1" };
    const count = () => countSignInAttempt(systemContext().tx, target, new Date(now));
    for (let i = 0; i < 5; i++) expect(await count()).toEqual({ isAllowed: true });
    for (let i = 0; i < 9; i++) expect(await count()).toEqual({ isAllowed: false, retryAfterS: 5 });
    const rows = await runAsSystem(database)(({ db }) => db.select().from(rateLimits));
    expect(rows.map((row) => row.points)).toEqual([5, 5, 5]);
    expect(JSON.stringify(rows)).not.toContain(email);
  });

  it("slows down guessing the current password of an open session, too", async () => {
    const { userId } = await authorize({ email, password: PASSWORD }, {});
    const guess = (currentPassword: string) =>
      changePassword(
        systemContext(),
        userId,
        { currentPassword, newPassword: "Sirocco-Falcon-77" },
        LOCAL_ORIGIN,
      );
    for (let i = 0; i < 5; i++) await expect(guess("wrong")).rejects.toThrow("not right");
    await expect(guess(PASSWORD)).rejects.toMatchObject({
      code: "rate_limited",
      details: { retryAfterS: 5 },
    });
  });

  it("is lifted by a reset on the server", async () => {
    await fail(6 - 1);
    await resetPassword(systemContext(), { email, password: "Sirocco-Falcon-77" });
    expect(await attempt("Sirocco-Falcon-77")).toBe("ok");
  });

  it("writes every attempt that was made to the audit log, and none that was not", async () => {
    await runAsSystem(database)(({ db }) => db.delete(auditLog));
    await fail(5);
    await attempt("wrong");
    await attempt("wrong", "203.0.113.9", `nobody.${people}@example.org`);
    const rows = await runAsSystem(database)(({ db }) =>
      db.select().from(auditLog).where(eq(auditLog.event, "session.started")),
    );
    expect(rows.map((row) => row.outcome)).toEqual(Array(6).fill("failed"));
    expect(rows.filter((row) => row.userId === null)).toHaveLength(1);
  });

  describe("limitUse", () => {
    const use = () => limitUse(systemContext(), "test:use", { points: 3, windowS: 60 });
    it("allows so many in a window that begins with the first", async () => {
      for (let i = 0; i < 3; i++) await use();
      pass(20);
      await expect(use()).rejects.toMatchObject({
        code: "rate_limited",
        details: { retryAfterS: 40 },
      });
      pass(40);
      await use();
    });
    it("counts simultaneous uses exactly", async () => {
      const results = await Promise.allSettled(Array.from({ length: 20 }, use));
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
    });
  });

  it("forgets counters that no longer count", async () => {
    await fail(1);
    await limitUse(systemContext(), "test:short", { points: 1, windowS: 60 });
    pass(61);
    expect(await runAsSystem(database)((tx) => pruneRateLimits(tx, new Date(now)))).toBe(1);
  });
});
