import fs, { createWriteStream, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { gunzipSync } from "node:zlib";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, it, vi } from "vitest";
import { type OpenDatabase, setDatabase } from "@/db/client";
import { backupDatabase } from "@/db/maintenance/backup-database";
import { tablesInOrder } from "@/db/maintenance/tables-in-order";
import { lockSealedValues, replaceSealedValue } from "@/db/mutations/sealed-values";
import { listConnections } from "@/db/queries/connections";
import { rows } from "@/db/rows";
import { connections } from "@/db/schema/connections";
import { toJobError } from "@/inngest/job-middleware";
import {
  type AthleteContext,
  athleteContextForCommandLine,
  systemContext,
} from "@/lib/auth/context";
import { LOCAL_ORIGIN } from "@/lib/auth/request-origin";
import { createKeyRing, type KeyRing } from "@/lib/crypto/key-ring";
import { errorBody, toAppError } from "@/lib/http/error-body";
import { zipFiles } from "@/lib/integrations/files/archive/zip-files";
import type { WebhookRequest } from "@/lib/integrations/source-ports";
import { startRunningJobs, stopRunningJobs } from "@/lib/runtime/running-jobs";
import { openForAthlete } from "@/lib/services/athlete-key";
import { beginOAuth } from "@/lib/services/begin-oauth";
import { connectPasted } from "@/lib/services/connect-pasted";
import { exportArchive } from "@/lib/services/export-archive";
import { finishOAuth } from "@/lib/services/finish-oauth";
import { listActivities } from "@/lib/services/list-activities";
import { receiveWebhook } from "@/lib/services/receive-webhook";
import { registerUser } from "@/lib/services/register-user";
import { renewAthleteKey } from "@/lib/services/renew-athlete-key";
import { requestSync } from "@/lib/services/request-sync";
import { syncCalendar } from "@/lib/services/sync-calendar";
import { syncWellness } from "@/lib/services/sync-wellness";
import { eachDatabase } from "../../support/test-databases";
import type { BadDay } from "../../support/vendors/bad-days";
import { startCalendarServer } from "../../support/vendors/calendar/calendar-server";
import { startGarminServer } from "../../support/vendors/garmin/garmin-server";
import {
  PARTNER_CLIENT,
  partnerDelivery,
  startGarminPartnerServer,
} from "../../support/vendors/garmin-partner/start-garmin-partner-server";
import {
  STRAVA_CLIENT,
  startStravaServer,
  stravaDelivery,
  stravaEvent,
} from "../../support/vendors/strava/start-strava-server";

vi.setConfig({ testTimeout: 180_000 });

const garmin = await startGarminServer();
const calendars = await startCalendarServer();
const partner = await startGarminPartnerServer();
const strava = await startStravaServer();
const folder = mkdtempSync(path.join(tmpdir(), "formline-secrets-"));
afterAll(async () => {
  await Promise.all([garmin, calendars, partner, strava].map((server) => server.close()));
  rmSync(folder, { recursive: true, force: true });
});
// Read once per process.
vi.stubEnv("FORMLINE_DATA_DIR", folder);
vi.stubEnv("FORMLINE_GARMIN_PERSONAL_URL", garmin.url);
vi.stubEnv("FORMLINE_CALENDAR_PRIVATE", "1");
for (const which of ["URL", "AUTH_URL", "CONSENT_URL"]) {
  vi.stubEnv(`FORMLINE_GARMIN_PARTNER_${which}`, partner.url);
}
vi.stubEnv("FORMLINE_GARMIN_PARTNER_ID", PARTNER_CLIENT.clientId);
vi.stubEnv("FORMLINE_GARMIN_PARTNER_SECRET", PARTNER_CLIENT.clientSecret);
vi.stubEnv("FORMLINE_STRAVA_URL", strava.url);
vi.stubEnv("FORMLINE_STRAVA_ID", STRAVA_CLIENT.clientId);
vi.stubEnv("FORMLINE_STRAVA_SECRET", STRAVA_CLIENT.clientSecret);
vi.stubEnv("LOG_LEVEL", "trace");
partner.account();
strava.account();

const KEY = "markerOfTheKey-4f1b9c27";
const ADDRESS = "markerOfTheAddress-8d20e6a5";
const PASSWORD = "markerOfThePassword-77c3";
const BODY = "markerOfAMessage-0b7d44e1";
const MISTYPED = "markerOfAMistypedKey-1b2c";

const holder = globalThis as { formlineKeyRing?: KeyRing | undefined };

const BAD_DAYS: readonly BadDay[] = [
  ...[400, 403, 404, 429, 500, 401].map((status) => ({ status })),
  { status: 429, retryAfterS: 1 },
  ...(["half_body", "html", "empty_204", "null", "empty_list", "all_null"] as const).map((how) => ({
    how,
  })),
];

/** The ways in which a text may stand in a dump. */
const writtenAs = (secret: string) =>
  (["utf8", "hex", "base64"] as const).map((encoding) =>
    Buffer.from(secret).toString(encoding).replaceAll("=", "").slice(0, -2),
  );
const found = (haystack: string, secrets: readonly string[]) =>
  [...new Set(secrets)].filter((secret) =>
    writtenAs(secret).some((written) => haystack.includes(written)),
  );

/** What the process writes to its standard error: the log. */
let logged = "";
const writeSync = fs.writeSync.bind(fs) as (...parts: unknown[]) => number;
vi.spyOn(fs, "writeSync").mockImplementation(((fd: number, text: unknown, ...rest: unknown[]) => {
  if (fd !== 2) return writeSync(fd, text, ...rest);
  logged += String(text);
  return Buffer.byteLength(String(text));
}) as typeof fs.writeSync);

eachDatabase("what connections sign in with", (databases) => {
  let database: OpenDatabase;
  let ctx: AthleteContext;
  let said: string[];

  beforeEach(async () => {
    database = await databases.create();
    setDatabase(database);
    logged = "";
    said = [];
    const email = "secret@example.test";
    const person = { email, name: "Ada", password: "a-long-enough-pass-phrase" };
    await registerUser(systemContext(), { ...person, timeZone: "Europe/Zurich" }, LOCAL_ORIGIN);
    ctx = await athleteContextForCommandLine(email);
  });
  afterEach(async () => {
    await stopRunningJobs();
    setDatabase(null);
    holder.formlineKeyRing = undefined;
  });

  /** What goes wrong is logged and answered as everywhere, and told to the job engine. */
  const attempt = async (work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      ctx.log.error({ err: error }, "failed");
      const body = errorBody(toAppError(error), ctx.requestId, ctx.now);
      const job = toJobError(error, 0);
      said.push(JSON.stringify(body), String(job), job instanceof Error ? (job.stack ?? "") : "");
      return false;
    }
  };
  const connectBoth = async () => {
    const account = garmin.account({ key: KEY, activities: 2 });
    const url = calendars.account(ADDRESS, "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
    const address = url.replace("://", `://ada:${PASSWORD}@`);
    const pasted = (provider: "garmin_personal" | "calendar", text: string) =>
      connectPasted(ctx, provider, { pasted: text });
    for (const provider of ["garmin_personal", "calendar"] as const) {
      await attempt(() => pasted(provider, MISTYPED));
      await attempt(() => pasted(provider, url.replace(ADDRESS, MISTYPED)));
    }
    return {
      garminId: (await pasted("garmin_personal", account.key)).connectionId,
      calendarId: (await pasted("calendar", address)).connectionId,
    };
  };
  /** What was not asked for on a bad day is not answered badly later. */
  const forgetBadDays = async () => {
    for (const { url } of [garmin, calendars]) {
      for (let i = 0; i < 4; i++) await fetch(url).catch(() => undefined);
    }
  };
  const secretsOf = async () =>
    ctx.tx(async (tx) => {
      const values: unknown[] = [];
      for (const { column, rowId, sealed } of await lockSealedValues(tx)) {
        const plain = await openForAthlete(tx, column, rowId, sealed);
        if (column === "oauth_attempts.verifier") values.push(plain);
        else values.push(...Object.values(JSON.parse(plain)));
      }
      return values.filter((value): value is string => typeof value === "string");
    });
  const everyRow = () =>
    database.transaction([], async (tx) => {
      const dump: string[] = [];
      for (const table of await tablesInOrder(tx)) {
        const all = await tx.execute(
          sql`select to_jsonb(t)::text as row from ${sql.identifier(table)} t`,
        );
        dump.push(...rows<{ row: string }>(all).map(({ row }) => row));
      }
      return dump.join("\n");
    });
  const backup = async () => {
    const file = path.join(folder, "backup");
    await backupDatabase(database, file);
    return gunzipSync(readFileSync(file)).toString();
  };
  const archive = async () => {
    const file = path.join(folder, "archive.zip");
    await pipeline(exportArchive(ctx, { email: "a@example.test" }), createWriteStream(file));
    const zip = await zipFiles.open(file);
    let text = zip.names.join("\n");
    for (const name of zip.names) {
      for await (const chunk of zip.read(name)) text += Buffer.from(chunk).toString("latin1");
    }
    zip.close();
    return text;
  };

  const expectNowhere = async (secrets: readonly string[], providers: readonly string[]) => {
    const dumps = { rows: await everyRow(), backup: await backup(), archive: await archive() };
    expect(logged).toContain("a source did not give what was asked");
    for (const provider of providers) {
      expect(dumps.rows).toContain(provider);
      expect(dumps.backup).toContain(provider);
    }
    expect(dumps.archive).toContain("manifest");
    for (const [where, text] of Object.entries({ logged, said: said.join("\n"), ...dumps })) {
      expect(found(text, secrets), where).toEqual([]);
    }
  };

  it("is in no log, no error and no dump, whatever goes wrong", async () => {
    let { garminId, calendarId } = await connectBoth();
    const jobs = await startRunningJobs();
    await jobs.drain();
    const secrets = [KEY, ADDRESS, PASSWORD, MISTYPED, ...(await secretsOf())];
    expect(secrets.length).toBeGreaterThan(5);
    for (const day of BAD_DAYS) {
      garmin.fail(day);
      calendars.fail(day);
      await attempt(() => syncWellness(ctx, garminId));
      garmin.fail(day);
      await attempt(() => listActivities(ctx, garminId));
      await attempt(() => syncCalendar(ctx, calendarId));
      await forgetBadDays();
      if (day.status === 401) ({ garminId, calendarId } = await connectBoth());
    }
    secrets.push(...(await secretsOf()));
    // A job that gives up, with its errors and its dead letter.
    calendars.fail({ status: 404 });
    await requestSync({ ...ctx, now: new Date(Date.now() + 60_000) }, calendarId, "asked");
    jobs.wake();
    await jobs.drain();
    await attempt(() => renewAthleteKey(ctx));
    secrets.push(...(await secretsOf()));
    // A statement that fails with credentials among its values.
    const failing = () =>
      ctx.tx(async (tx) => {
        const [row] = await tx.db.select().from(connections).limit(1);
        if (row) await tx.db.insert(connections).values(row);
      });
    expect(await attempt(failing)).toBe(false);
    const [one] = await ctx.tx(lockSealedValues);
    if (!one) throw new Error("Nothing is sealed.");
    const damaged = one.sealed.slice();
    damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 1;
    await ctx.tx((tx) => replaceSealedValue(tx, { ...one, sealed: damaged }));
    expect(await attempt(() => syncWellness(ctx, one.rowId))).toBe(false);
    await ctx.tx((tx) => replaceSealedValue(tx, one));
    holder.formlineKeyRing = createKeyRing([{ id: "another", key: new Uint8Array(32) }]);
    expect(await attempt(() => syncCalendar(ctx, calendarId))).toBe(false);
    ctx.log.info({ credentials: { access: KEY }, token: KEY, apiToken: { of: KEY } }, "careless");

    expect(said.length).toBeGreaterThan(30);
    await expectNowhere(secrets, ["calendar", "garmin_personal"]);
    // The search itself finds what is there.
    const there = `x ${Buffer.from(KEY).toString("hex")} ${Buffer.from(PASSWORD).toString("base64")}`;
    expect(found(there, secrets)).toEqual([KEY, PASSWORD]);
  });

  it("of consents, tokens that rotate and messages of vendors is nowhere either", async () => {
    const secrets: string[] = [STRAVA_CLIENT.clientSecret, PARTNER_CLIENT.clientSecret, BODY];
    const connect = async (provider: "strava" | "garmin_partner") => {
      const { url } = await beginOAuth(ctx, provider);
      secrets.push(...(await secretsOf()));
      const answer = await fetch(url, { redirect: "manual" });
      const back = new URL(answer.headers.get("location") ?? "").searchParams;
      const given = { state: back.get("state") ?? "", code: back.get("code") };
      secrets.push(given.state, given.code ?? "");
      const consent = { ...given, scope: back.get("scope") };
      await attempt(() => finishOAuth(ctx, provider, { ...consent, state: `${BODY}-state` }));
      const { connectionId } = await finishOAuth(ctx, provider, consent);
      // Used, it is taken no second time.
      expect(await attempt(() => finishOAuth(ctx, provider, consent))).toBe(false);
      secrets.push(...(await secretsOf()));
      return connectionId;
    };
    // An attempt that nobody finishes stays with its verifier.
    await beginOAuth(ctx, "strava");
    let ids = [await connect("strava"), await connect("garmin_partner")];
    const jobs = await startRunningJobs();
    await jobs.drain();
    for (const day of BAD_DAYS) {
      for (const vendor of [strava, partner]) {
        vendor.grants.expireAccess();
        vendor.fail({ ...day, times: 2 });
      }
      for (const id of ids) await attempt(() => listActivities(ctx, id));
      for (const vendor of [strava, partner]) vendor.recover();
      secrets.push(...(await secretsOf()));
      const left = (await ctx.tx(listConnections)).filter(({ status }) => status !== "connected");
      if (left.length > 0) ids = [await connect("strava"), await connect("garmin_partner")];
    }
    const callbackURL = partner.callback({ json: [{ userId: "u", calendarDate: BODY }] });
    secrets.push(new URL(callbackURL).searchParams.get("token") ?? "");
    const sleeps = [{ userId: "garmin-user-1", callbackURL, summaryId: BODY }];
    const hrv = [
      { userId: "garmin-user-1", calendarDate: "2026-11-20", lastNightAvg: 50, id: BODY },
    ];
    const event = { ...stravaEvent(134_815, { object_id: 5, aspect_type: "create" }), note: BODY };
    const arrive = (provider: "strava" | "garmin_partner", request: WebhookRequest) =>
      attempt(() => receiveWebhook(systemContext(), provider, request));
    await arrive("garmin_partner", partnerDelivery({ sleeps, hrv }));
    await arrive("garmin_partner", partnerDelivery({ sleeps }, `${BODY}-client`));
    await arrive("strava", stravaDelivery(event));
    await arrive("strava", stravaDelivery(event, { signedAtS: 1, secret: BODY }));
    // Kept, and sealed: they wait, the vendor being down.
    expect((await everyRow()).match(/"deliveries"/g)?.length).toBe(3);
    partner.fail({ path: /callback/, status: 500, times: 9 });
    jobs.wake();
    await jobs.drain();
    expect([...new Set(secrets)].length).toBeGreaterThan(20);
    await expectNowhere(secrets, ["strava", "garmin_partner"]);
  });
});
