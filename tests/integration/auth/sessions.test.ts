import { and, desc, eq } from "drizzle-orm";
import { decode } from "next-auth/jwt";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type OpenDatabase, setDatabase } from "@/db/client";
import { runAsSystem } from "@/db/run-as-system";
import { auditLog, authSessions, users } from "@/db/schema";
import { authSecret } from "@/lib/auth/auth-secret";
import { authorize } from "@/lib/auth/authorize";
import { systemContext } from "@/lib/auth/context";
import { getCurrentSession } from "@/lib/auth/current-session";
import { endCurrentSession } from "@/lib/auth/end-current-session";
import { listSessions } from "@/lib/auth/list-sessions";
import { LOCAL_ORIGIN } from "@/lib/auth/request-origin";
import { readSessionToken, type SessionClaims, sessionCookieName } from "@/lib/auth/session-token";
import type { UserId } from "@/lib/ids";
import { changePassword } from "@/lib/services/change-password";
import { endSession } from "@/lib/services/end-session";
import { registerUser } from "@/lib/services/register-user";
import { resetPassword } from "@/lib/services/reset-password";
import { fakeRequest } from "@/tests/support/fake-next-headers";
import { cookieFor, holdCookie } from "@/tests/support/held-cookie";
import { eachDatabase } from "@/tests/support/test-databases";

vi.hoisted(() => {
  vi.stubEnv("FORMLINE_SECRET", "of these tests alone, 32 or more");
  vi.stubEnv("LOG_LEVEL", "silent");
});
vi.mock("next/headers", () => import("@/tests/support/fake-next-headers"));

const DAY_MS = 86_400_000;
const PASSWORD = "Tr4montane-Kestrel";
const NEW_PASSWORD = "Sirocco-Falcon-77";
let people = 0;

eachDatabase("sessions", (databases) => {
  let database: OpenDatabase;
  let email: string;
  let userId: UserId;

  beforeAll(async () => {
    database = await databases.create();
    setDatabase(database);
    return () => setDatabase(null);
  }, 60_000);

  beforeEach(async () => {
    fakeRequest.headers = new Headers({ "sec-fetch-site": "same-origin" });
    holdCookie(null);
    people += 1;
    email = `Ada.${people}@Example.org`;
    const input = { email, name: "Ada", password: PASSWORD, timeZone: "Europe/Paris" };
    ({ userId } = await registerUser(systemContext(), input));
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const signIn = (password = PASSWORD, headers: Record<string, string> = {}) =>
    authorize({ email, password }, { "user-agent": "Test", ...headers });
  const later = (ms: number) => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + ms });
  };
  async function signedInCookie(): Promise<{ claims: SessionClaims; cookie: string }> {
    const claims = await signIn();
    const cookie = await cookieFor(claims);
    holdCookie(cookie);
    return { claims, cookie };
  }
  const audit = () =>
    runAsSystem(database)(({ db }) =>
      db
        .select({ event: auditLog.event, outcome: auditLog.outcome })
        .from(auditLog)
        .where(eq(auditLog.userId, userId))
        .orderBy(desc(auditLog.at)),
    );

  describe("signing in", () => {
    it("finds the person, however the address is written, with the athlete's settings", async () => {
      const claims = await authorize(
        { email: `  ${email.toUpperCase()} `, password: PASSWORD },
        {},
      );
      holdCookie(await cookieFor(claims));
      expect(await getCurrentSession()).toMatchObject({
        userId,
        email,
        name: "Ada",
        role: "athlete",
        athlete: { timeZone: "Europe/Paris", units: "metric", displayName: "Ada" },
      });
    });

    it("keeps nothing of the person in the cookie", async () => {
      const { cookie, claims } = await signedInCookie();
      const payload = await decode({ token: cookie, secret: authSecret() });
      expect(Object.keys(payload ?? {}).sort()).toEqual([
        "epoch",
        "exp",
        "iat",
        "jti",
        "sid",
        "sub",
      ]);
      expect(payload).toMatchObject({ sub: userId, sid: claims.sessionId, epoch: 0 });
    });

    it("costs one statement to look up", async () => {
      await signedInCookie();
      const before = database.roundTrips();
      await getCurrentSession();
      expect(database.roundTrips() - before).toBe(1);
    });

    it("opens a new session each time and ends the one that the browser brought", async () => {
      const first = await signedInCookie();
      const second = await signIn(PASSWORD, { cookie: `${sessionCookieName()}=${first.cookie}` });
      expect(second.sessionId).not.toBe(first.claims.sessionId);
      expect(await getCurrentSession()).toBeNull();
      holdCookie(await cookieFor(second));
      expect(await getCurrentSession()).not.toBeNull();
    });

    it("takes no session id from outside", async () => {
      const planted = {
        userId,
        sessionId: crypto.randomUUID() as SessionClaims["sessionId"],
        epoch: 0,
      };
      holdCookie(await cookieFor(planted));
      expect(await getCurrentSession()).toBeNull();
      const claims = await signIn(PASSWORD, {
        cookie: `${sessionCookieName()}=${await cookieFor(planted)}`,
      });
      expect(claims.sessionId).not.toBe(planted.sessionId);
    });

    it("notes where from, without the whole address", async () => {
      await signIn(PASSWORD, { "x-forwarded-for": "203.0.113.77" });
      const rows = await runAsSystem(database)(({ db }) =>
        db.select().from(authSessions).where(eq(authSessions.userId, userId)),
      );
      expect(rows).toMatchObject([{ addressPrefix: "203.0.113.0/24", userAgent: "Test" }]);
      expect(JSON.stringify(rows)).not.toContain("203.0.113.77");
    });
  });

  describe("a cookie that was stolen", () => {
    it("is worth nothing after sign-out", async () => {
      const { cookie } = await signedInCookie();
      await endCurrentSession("this");
      expect(fakeRequest.cookies.size).toBe(0);
      holdCookie(cookie);
      expect(await getCurrentSession()).toBeNull();
    });

    it("is worth nothing after sign-out everywhere, in every browser", async () => {
      const elsewhere = await cookieFor(await signIn());
      await signedInCookie();
      await endCurrentSession("all");
      holdCookie(elsewhere);
      expect(await getCurrentSession()).toBeNull();
    });

    it("is worth nothing after the password changed", async () => {
      const { cookie } = await signedInCookie();
      const input = { currentPassword: PASSWORD, newPassword: NEW_PASSWORD };
      await changePassword(systemContext(), userId, input, LOCAL_ORIGIN);
      holdCookie(cookie);
      expect(await getCurrentSession()).toBeNull();
      await expect(signIn(PASSWORD)).rejects.toThrow("invalid");
      holdCookie(await cookieFor(await signIn(NEW_PASSWORD)));
      expect(await getCurrentSession()).not.toBeNull();
    });

    it("is worth nothing after the password was reset on the server", async () => {
      await signedInCookie();
      await resetPassword(systemContext(), { email, password: NEW_PASSWORD });
      expect(await getCurrentSession()).toBeNull();
      expect(await signIn(NEW_PASSWORD)).toMatchObject({ userId });
    });

    it("is worth nothing after the account was deleted", async () => {
      await signedInCookie();
      await runAsSystem(database)(({ db }) => db.delete(users).where(eq(users.id, userId)));
      expect(await getCurrentSession()).toBeNull();
    });

    it("is worth nothing with its epoch or its owner changed", async () => {
      const { claims } = await signedInCookie();
      holdCookie(await cookieFor({ ...claims, epoch: 1 }));
      expect(await getCurrentSession()).toBeNull();
      const other = await registerUser(systemContext(), {
        email: `other.${people}@example.org`,
        name: "Grace",
        password: PASSWORD,
        timeZone: "UTC",
      });
      holdCookie(await cookieFor({ ...claims, userId: other.userId }));
      expect(await getCurrentSession()).toBeNull();
    });
  });

  it("refuses a cookie that is not ours", async () => {
    for (const value of ["", "rubbish", "a.b.c.d.e", `${(await signedInCookie()).cookie}x`]) {
      expect(await readSessionToken({ get: () => ({ value }) })).toBeNull();
    }
  });

  describe("time", () => {
    it("ends a session that was not used for 14 days", async () => {
      await signedInCookie();
      later(14 * DAY_MS - 60_000);
      expect(await getCurrentSession()).not.toBeNull();
    });

    it("… and not before", async () => {
      await signedInCookie();
      later(14 * DAY_MS + 1);
      expect(await getCurrentSession()).toBeNull();
    });

    it("prolongs a session in use, up to 60 days", async () => {
      await signedInCookie();
      for (let day = 10; day < 60; day += 10) {
        later(10 * DAY_MS);
        const usedAt = Date.now();
        expect(await getCurrentSession()).not.toBeNull();
        const lastSeen = async () => {
          const [row] = await runAsSystem(database)(({ db }) =>
            db.select().from(authSessions).where(eq(authSessions.userId, userId)),
          );
          return row?.lastSeenAt.getTime();
        };
        await expect.poll(lastSeen).toBeGreaterThanOrEqual(usedAt);
      }
      later(10 * DAY_MS + 1);
      expect(await getCurrentSession()).toBeNull();
    });

    it("writes that a session is in use once in five minutes at most", async () => {
      await signedInCookie();
      later(4 * 60_000);
      const before = database.roundTrips();
      await getCurrentSession();
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(database.roundTrips() - before).toBe(1);
    });
  });

  describe("Settings", () => {
    it("lists the live sessions, this one first, and ends another", async () => {
      const other = await signIn();
      const { claims } = await signedInCookie();
      expect((await listSessions()).map((s) => [s.sessionId, s.isCurrent])).toEqual([
        [claims.sessionId, true],
        [other.sessionId, false],
      ]);
      await endSession(systemContext(), other, LOCAL_ORIGIN);
      expect(await listSessions()).toHaveLength(1);
      holdCookie(await cookieFor(other));
      expect(await getCurrentSession()).toBeNull();
    });

    it("cannot end somebody else's session", async () => {
      const mine = await signIn();
      const { userId: stranger } = await registerUser(systemContext(), {
        email: `stranger.${people}@example.org`,
        name: "Eve",
        password: PASSWORD,
        timeZone: "UTC",
      });
      const attempt = { userId: stranger, sessionId: mine.sessionId };
      await expect(endSession(systemContext(), attempt, LOCAL_ORIGIN)).rejects.toMatchObject({
        code: "not_found",
      });
      holdCookie(await cookieFor(mine));
      expect(await getCurrentSession()).not.toBeNull();
    });

    it("changes a password only for who knows the current one", async () => {
      const { cookie } = await signedInCookie();
      const input = { currentPassword: "not the password", newPassword: NEW_PASSWORD };
      await expect(
        changePassword(systemContext(), userId, input, LOCAL_ORIGIN),
      ).rejects.toMatchObject({ code: "invalid_input", details: { field: "currentPassword" } });
      holdCookie(cookie);
      expect(await getCurrentSession()).not.toBeNull();
    });
  });

  it("leaves a trail of what happened, and no secrets in it", async () => {
    await expect(signIn("wrong password!")).rejects.toThrow("invalid");
    await signedInCookie();
    await endCurrentSession("this");
    await signedInCookie();
    const input = { currentPassword: PASSWORD, newPassword: NEW_PASSWORD };
    await changePassword(systemContext(), userId, input, LOCAL_ORIGIN);
    await resetPassword(systemContext(), { email, password: PASSWORD });
    await signedInCookie();
    await endCurrentSession("all");
    expect((await audit()).reverse()).toEqual([
      { event: "user.registered", outcome: "ok" },
      { event: "session.started", outcome: "failed" },
      { event: "session.started", outcome: "ok" },
      { event: "session.ended", outcome: "ok" },
      { event: "session.started", outcome: "ok" },
      { event: "password.changed", outcome: "ok" },
      { event: "password.reset", outcome: "ok" },
      { event: "session.started", outcome: "ok" },
      { event: "session.all_ended", outcome: "ok" },
    ]);
    const text = JSON.stringify(
      await runAsSystem(database)(({ db }) =>
        db
          .select()
          .from(auditLog)
          .where(and(eq(auditLog.userId, userId))),
      ),
    );
    expect(text.toLowerCase()).not.toContain(email.toLowerCase());
    expect(text).not.toContain(PASSWORD);
  });
});
