import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeEach, expect, it, vi } from "vitest";
import { stravaSource } from "@/lib/integrations/strava/strava-source";
import {
  STRAVA_CLIENT,
  type StravaServer,
  startStravaServer,
} from "@/tests/support/vendors/strava/start-strava-server";
import { startVendorServer, type VendorServer } from "@/tests/support/vendors/vendor-server";
import { runCommandLine } from "./run-command-line";

vi.setConfig({ testTimeout: 120_000 });

const dataDir = mkdtempSync(path.join(tmpdir(), "formline-strava-command-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

let strava: StravaServer;
/** Stands where this server would be reached: the adapter answers. */
let ours: VendorServer;
beforeEach(async () => {
  strava = await startStravaServer();
  const source = stravaSource({ baseUrl: strava.url, ...STRAVA_CLIENT });
  ours = await startVendorServer([
    {
      method: "GET",
      path: /^\/api\/webhooks\/strava$/,
      answer: ({ query }) => {
        const request = { headers: new Headers(), body: new Uint8Array(), query };
        const reading = source.readWebhook(request);
        return reading.kind === "handshake" ? { json: reading.reply } : { status: 403 };
      },
    },
  ]);
  vi.stubEnv("FORMLINE_STRAVA_URL", strava.url);
  vi.stubEnv("FORMLINE_STRAVA_ID", STRAVA_CLIENT.clientId);
  vi.stubEnv("FORMLINE_STRAVA_SECRET", STRAVA_CLIENT.clientSecret);
  vi.stubEnv("FORMLINE_URL", ours.url);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all([strava.close(), ours.close()]);
});

const formline = (verb: string) => runCommandLine(["strava", verb], { dataDir });

it("subscribes to Strava's events, tells so, and ends it", async () => {
  expect(await formline("status")).toEqual({
    code: 0,
    out: "There is no subscription.\n",
    err: "",
  });
  const told = `Subscription 120475 leads to ${ours.url}/api/webhooks/strava\n`;
  const subscribed = { code: 0, out: `${told}Set FORMLINE_STRAVA_SUBSCRIPTION=120475\n`, err: "" };
  expect(await formline("subscribe")).toEqual(subscribed);
  expect(await formline("subscribe")).toEqual(subscribed);
  expect(await formline("status")).toMatchObject({ out: told });
  expect(await formline("unsubscribe")).toMatchObject({ code: 0, out: "Unsubscribed.\n" });
  expect(await formline("status")).toMatchObject({ out: "There is no subscription.\n" });
});

it("says what to mend, and no secret", async () => {
  vi.stubEnv("FORMLINE_URL", "http://127.0.0.1:1");
  expect(await formline("subscribe")).toMatchObject({
    ...{ code: 1, out: "", err: expect.stringContaining("reachable at FORMLINE_URL") },
  });
  vi.stubEnv("FORMLINE_STRAVA_SECRET", "another-secret");
  const { code, err } = await formline("status");
  expect(code).toBe(1);
  expect(err).toContain("FORMLINE_STRAVA_ID");
  expect(err).not.toContain("another-secret");
  vi.stubEnv("FORMLINE_STRAVA_ID", undefined);
  vi.stubEnv("FORMLINE_STRAVA_SECRET", undefined);
  expect(await formline("status")).toMatchObject({
    ...{ code: 1, err: expect.stringContaining("not set up") },
  });
});
