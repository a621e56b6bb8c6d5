import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { type OpenDatabase, setDatabase } from "@/db/client";
import { runAsSystem } from "@/db/run-as-system";
import { authSessions, rateLimits } from "@/db/schema";
import { athleteAction } from "@/lib/actions/action-client";
import { changePassword, revokeSession } from "@/lib/actions/sessions";
import { signOut, signOutEverywhere } from "@/lib/actions/sign-out";
import { signUp } from "@/lib/actions/sign-up";
import { authorize } from "@/lib/auth/authorize";
import { getCurrentSession } from "@/lib/auth/current-session";
import { AppError } from "@/lib/errors";
import { fakeRequest } from "@/tests/support/fake-next-headers";
import { cookieFor, holdCookie } from "@/tests/support/held-cookie";
import { createTestDatabase } from "@/tests/support/pglite-database";

vi.hoisted(() => {
  vi.stubEnv("FORMLINE_SECRET", "of these tests alone, 32 or more");
  vi.stubEnv("LOG_LEVEL", "silent");
});
const shownAgain = vi.hoisted(() => [] as string[]);
vi.mock("next/cache", () => ({ revalidatePath: (path: string) => shownAgain.push(path) }));
vi.mock("next/headers", () => import("@/tests/support/fake-next-headers"));
vi.mock("next/navigation", () => ({
  redirect: (path: string) => {
    throw new Error(`redirect to ${path}`);
  },
}));

const PASSWORD = "Tr4montane-Kestrel";
const OWN = { "sec-fetch-site": "same-origin", "x-request-id": "request-of-test" };
let people = 0;

describe("server actions", () => {
  let database: OpenDatabase;
  let email: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    setDatabase(database);
    return async () => {
      setDatabase(null);
      await database.close();
    };
  }, 60_000);

  beforeEach(async () => {
    people += 1;
    email = `ada.${people}@example.org`;
    fakeRequest.headers = new Headers(OWN);
    holdCookie(null);
    await runAsSystem(database)(({ db }) => db.delete(rateLimits));
  });

  const register = (change: Record<string, string> = {}) =>
    signUp({ name: "Ada", email, password: PASSWORD, timeZone: "Europe/Paris", ...change });
  async function signIn() {
    const claims = await authorize({ email, password: PASSWORD }, {});
    holdCookie(await cookieFor(claims));
    return claims;
  }

  describe("signUp", () => {
    it("makes an account that one can sign in to, and signs nobody in by itself", async () => {
      expect((await register()).data).toEqual({ registered: true });
      expect(fakeRequest.cookies.size).toBe(0);
      await signIn();
      expect(await getCurrentSession()).toMatchObject({ email });
    });

    it("says which field to mend", async () => {
      const { validationErrors } = await register({ email: "nobody", password: "short" });
      expect(Object.keys(validationErrors?.fieldErrors ?? {}).sort()).toEqual([
        "email",
        "password",
      ]);
      expect((await register({ password: "password12345" })).serverError).toMatchObject({
        code: "invalid_input",
        details: { field: "password" },
        requestId: "request-of-test",
      });
    });

    it("refuses a second account for the address without saying that there is one", async () => {
      await register();
      const { serverError } = await register();
      expect(serverError?.code).toBe("conflict");
      expect(serverError?.message).not.toMatch(/exists|taken|already/i);
    });

    it("is for this site's own pages", async () => {
      fakeRequest.headers = new Headers({ "sec-fetch-site": "cross-site" });
      expect((await register()).serverError?.code).toBe("forbidden");
      fakeRequest.headers = new Headers({ origin: "https://evil.example" });
      expect((await register()).serverError?.code).toBe("forbidden");
    });

    it("allows twenty an hour from one address", async () => {
      for (let i = 0; i < 20; i++) await register({ password: "password12345" });
      expect((await register()).serverError).toMatchObject({
        code: "rate_limited",
        details: { retryAfterS: expect.any(Number) },
      });
    });
  });

  describe("actions of an athlete", () => {
    const echo = athleteAction
      .metadata({ name: "echo" })
      .inputSchema(z.object({ text: z.string() }))
      .action(async ({ parsedInput, ctx }) => ({
        ...parsedInput,
        athleteId: ctx.athlete.athleteId,
      }));

    it("are nobody's without a session, before the input is looked at", async () => {
      const answer = await echo({ text: 1 } as unknown as { text: string });
      expect(answer).toEqual({
        serverError: {
          code: "unauthenticated",
          message: "Please sign in.",
          details: {},
          requestId: "request-of-test",
        },
      });
    });

    it("get the signed-in athlete's context", async () => {
      await register();
      await signIn();
      const session = await getCurrentSession();
      expect((await echo({ text: "hello" })).data).toEqual({
        text: "hello",
        athleteId: session?.athlete?.id,
      });
    });

    it("say nothing of an error that was not meant to be shown", async () => {
      await register();
      await signIn();
      const failing = athleteAction.metadata({ name: "failing" }).action(async () => {
        throw new Error("connect ECONNREFUSED 10.0.0.5:5432");
      });
      const { serverError } = await failing();
      expect(serverError?.code).toBe("internal");
      expect(JSON.stringify(serverError)).not.toContain("10.0.0.5");
      const shown = athleteAction.metadata({ name: "shown" }).action(async () => {
        throw new AppError("conflict", "Reload the page.");
      });
      expect((await shown()).serverError?.message).toBe("Reload the page.");
    });

    it("are limited to 120 a minute", async () => {
      await register();
      const { userId } = await signIn();
      for (let i = 0; i < 3; i++) await echo({ text: "x" });
      await runAsSystem(database)(({ db }) =>
        db
          .update(rateLimits)
          .set({ points: 120 })
          .where(eq(rateLimits.key, `action:${userId}`)),
      );
      expect((await echo({ text: "x" })).serverError?.code).toBe("rate_limited");
    });
  });

  describe("sessions", () => {
    it("ends on sign-out and leads to the sign-in page", async () => {
      await register();
      await signIn();
      await expect(signOut()).rejects.toThrow("redirect to /sign-in");
      expect(fakeRequest.cookies.size).toBe(0);
    });

    it("cannot be ended from another site", async () => {
      await register();
      await signIn();
      fakeRequest.headers = new Headers({ "sec-fetch-site": "cross-site" });
      await expect(signOutEverywhere()).rejects.toThrow("did not come from this site");
      fakeRequest.headers = new Headers(OWN);
      expect(await getCurrentSession()).not.toBeNull();
    });

    it("ends another browser's session, but not another person's", async () => {
      await register();
      const other = await signIn();
      await signIn();
      expect((await revokeSession({ sessionId: other.sessionId })).data).toEqual({ revoked: true });
      expect(shownAgain.splice(0)).toEqual(["/settings/security"]);
      email = `eve.${people}@example.org`;
      await register();
      const eve = await signIn();
      const [stillOpen] = await runAsSystem(database)(({ db }) =>
        db.select().from(authSessions).where(eq(authSessions.id, eve.sessionId)),
      );
      expect(stillOpen?.revokedAt).toBeNull();
      const answer = await revokeSession({ sessionId: other.sessionId });
      expect(answer.serverError?.code).toBe("not_found");
      expect(shownAgain).toEqual([]);
    });

    it("changes the password and signs out", async () => {
      await register();
      await signIn();
      const wrong = await changePassword({
        currentPassword: "wrong",
        newPassword: "Sirocco-Falcon-77",
      });
      expect(wrong.serverError?.details).toEqual({ field: "currentPassword" });
      const done = await changePassword({
        currentPassword: PASSWORD,
        newPassword: "Sirocco-Falcon-77",
      });
      expect(done.data).toEqual({ changed: true });
      expect(fakeRequest.cookies.size).toBe(0);
    });
  });
});
