import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { setDatabase } from "@/db/client";
import { providerStateStore } from "@/lib/auth/provider-state-store";
import { ModelError, type ModelFailure } from "@/lib/integrations/language-model";
import { modelLine } from "@/lib/integrations/policy/model-line";
import { type ProviderPolicies, providerPolicies } from "@/lib/integrations/policy/provider-policy";
import { rateBudget } from "@/lib/integrations/policy/rate-budget";
import { SourceError, type SourceFailure } from "@/lib/integrations/source-ports";
import type { Provider } from "@/lib/training/source/providers";
import { eachDatabase } from "../../support/test-databases";

vi.stubEnv("LOG_LEVEL", "silent");

const PROVIDER = "garmin_personal";
const failing =
  (failure: SourceFailure, provider: Provider = PROVIDER) =>
  () =>
    Promise.reject(new SourceError(provider, failure, "No."));
const answering = () => Promise.resolve("answer");

eachDatabase("the policy of a vendor", (databases) => {
  let nowMs: number;
  let here: ProviderPolicies;
  /** Another process on the same database. */
  let elsewhere: ProviderPolicies;
  const heard: string[] = [];
  const options = {
    now: () => new Date(nowMs),
    onCall: (_provider: string, outcome: string) => void heard.push(outcome),
  };
  beforeEach(async () => {
    setDatabase(await databases.create());
    nowMs = Date.parse("2026-11-22T06:00:00Z");
    heard.length = 0;
    here = providerPolicies(providerStateStore, options);
    elsewhere = providerPolicies(providerStateStore, options);
  });
  afterEach(() => setDatabase(null));

  const call = (policies: ProviderPolicies, work: () => Promise<unknown> = answering) =>
    policies.run(PROVIDER, work).catch((error: SourceError) => error);
  const breakIt = async () => {
    for (let i = 0; i < 10; i++) await call(here, failing("unavailable"));
  };
  const down = (retryAfterS: number) => ({
    failure: "unavailable",
    retryAfterS,
    message: "Garmin does not answer at the moment. It is asked again later.",
  });

  it("lets calls through, and their failures", async () => {
    expect(await call(here)).toBe("answer");
    expect(await call(here, failing("not_found"))).toMatchObject({ failure: "not_found" });
    const bug = new TypeError("ours");
    await expect(here.run(PROVIDER, () => Promise.reject(bug))).rejects.toBe(bug);
    expect(heard).toEqual(["ok", "not_found"]);
    expect(await here.state(PROVIDER)).toMatchObject({ breaker: "closed", retryAt: null });
  });

  it("asks no more once half of ten calls failed, in no process", async () => {
    for (let i = 0; i < 5; i++) await call(here);
    for (let i = 0; i < 4; i++) await call(here, failing("unavailable"));
    expect(await call(here)).toBe("answer");
    expect((await here.state(PROVIDER)).breaker).toBe("closed");
    for (let i = 0; i < 2; i++) await call(here, failing("unavailable"));
    expect((await here.state(PROVIDER)).breaker).toBe("open");
    const asked = vi.fn(answering);
    nowMs += 20_000;
    expect(await call(here, asked)).toMatchObject(down(40));
    expect(await call(elsewhere, asked)).toMatchObject(down(40));
    expect(asked).not.toHaveBeenCalled();
    expect(await elsewhere.run("strava", answering)).toBe("answer");
  });

  it("shuts the way to the model at once when the operator has to act, and tries it later", async () => {
    const line = modelLine(providerStateStore, options);
    const other = modelLine(providerStateStore, options);
    const fails = (failure: ModelFailure) =>
      line.run(() => Promise.reject(new ModelError(failure, "No."))).catch((error) => error);
    for (let i = 0; i < 20; i++) await fails(i % 2 ? "rate_limited" : "refused");
    expect(await line.run(answering)).toBe("answer");
    expect(await fails("unpaid")).toMatchObject({ failure: "unpaid" });
    const asked = vi.fn(answering);
    nowMs += 60_000;
    await expect(other.run(asked)).rejects.toMatchObject({
      ...{ name: "ModelError", failure: "paused", retryAfterS: 14 * 60 },
      message: "Anthropic does not answer at the moment. It is asked again later.",
    });
    expect(asked).not.toHaveBeenCalled();
    expect(await here.run(PROVIDER, answering)).toBe("answer");
    nowMs += 14 * 60_000;
    expect(await other.run(answering)).toBe("answer");
    expect(await line.run(answering)).toBe("answer");
  });

  it("takes no answer of the vendor for its being down", async () => {
    const answers = ["signed_out", "forbidden", "not_found", "rate_limited", "refused"] as const;
    for (let i = 0; i < 20; i++) await call(here, failing(answers[i % 5] ?? "refused"));
    expect((await here.state(PROVIDER)).breaker).toBe("closed");
  });

  it("forgets what failed half a minute ago, also where few calls are made", async () => {
    for (let i = 0; i < 30; i++) {
      await call(here, failing("unavailable"));
      nowMs += 4_000;
    }
    expect((await here.state(PROVIDER)).breaker).toBe("closed");
  });

  it("lets one call of all processes try after a minute, and closes when it works", async () => {
    await breakIt();
    nowMs += 60_001;
    let finish: (value: string) => void = () => undefined;
    const trial = call(elsewhere, () => new Promise((resolve) => (finish = resolve)));
    await vi.waitFor(async () => expect((await here.state(PROVIDER)).breaker).toBe("half_open"));
    expect(await call(here)).toMatchObject(down(25));
    finish("back");
    expect(await trial).toBe("back");
    expect(await here.state(PROVIDER)).toMatchObject({ breaker: "closed", retryAt: null });
    expect(await call(here)).toBe("answer");
    // What failed before counts no more.
    await call(here, failing("unavailable"));
    expect((await here.state(PROVIDER)).breaker).toBe("closed");
  });

  it("lets who asks beside a trial that works ask after it", async () => {
    await breakIt();
    nowMs += 60_001;
    let finish: (value: string) => void = () => undefined;
    const trial = call(here, () => new Promise((resolve) => (finish = resolve)));
    await vi.waitFor(async () => expect((await here.state(PROVIDER)).breaker).toBe("half_open"));
    const beside = [here, elsewhere].map((policies) => call(policies));
    finish("back");
    expect(await Promise.all([trial, ...beside])).toEqual(["back", "answer", "answer"]);
  });

  it("waits another minute when the trial fails", async () => {
    await breakIt();
    nowMs += 60_001;
    expect(await call(elsewhere, failing("unavailable"))).toMatchObject({ retryAfterS: null });
    expect(await call(here)).toMatchObject(down(60));
    nowMs += 60_001;
    expect(await call(here, failing("signed_out"))).toMatchObject({ failure: "signed_out" });
    nowMs += 1_001;
    expect(await call(elsewhere)).toBe("answer");
  });

  it("has another one try when the process that tried is gone", async () => {
    await breakIt();
    nowMs += 60_001;
    const now = new Date(nowMs);
    const until = new Date(nowMs + 25_000);
    expect(await providerStateStore.claimTrial(PROVIDER, now, until)).toBe(true);
    expect(await providerStateStore.claimTrial(PROVIDER, now, until)).toBe(false);
    expect(await call(here)).toMatchObject({ failure: "unavailable" });
    nowMs += 25_001;
    expect(await call(here)).toBe("answer");
  });

  it("makes four calls at once, and no more", async () => {
    let atOnce = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++atOnce);
      await new Promise((resolve) => setTimeout(resolve, 5));
      atOnce--;
    };
    await Promise.all(Array.from({ length: 20 }, () => here.run(PROVIDER, work)));
    expect(most).toBe(4);
  });

  it("does not hold one calendar's server against the others", async () => {
    for (let i = 0; i < 30; i++) {
      await here.run("calendar", failing("unavailable", "calendar")).catch(() => undefined);
    }
    expect(await here.run("calendar", answering)).toBe("answer");
  });

  it("breaks off what takes too long, and says so", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      let wasBrokenOff = false;
      const slow = here.run(
        "calendar",
        (signal) =>
          new Promise((_, reject) => {
            signal.addEventListener("abort", () => {
              wasBrokenOff = true;
              reject(signal.reason);
            });
          }),
      );
      const seen = expect(slow).rejects.toMatchObject({
        failure: "unavailable",
        message: "The calendar did not answer within 15 s. It is asked again later.",
      });
      await vi.advanceTimersByTimeAsync(15_001);
      await seen;
      expect(wasBrokenOff).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });

  it("shares what a vendor allows between processes, and keeps some of it back", async () => {
    const options = { keptBack: 0.2, now: () => new Date(nowMs) };
    const background = rateBudget(providerStateStore, "strava", options);
    const waitedFor = rateBudget(providerStateStore, "strava", { ...options, keptBack: 0 });
    expect(await background.waitS()).toBeNull();
    const window = (used: number, minutes: number) => ({
      used,
      limit: 100,
      resetsAt: new Date(nowMs + minutes * 60_000),
    });
    await waitedFor.note({ short: window(79, 15), day: window(500, 600) });
    expect(await background.waitS()).toBe(36_000);
    await providerStateStore.noteUsage("strava", { day: window(10, 1200) });
    expect(await background.waitS()).toBeNull();
    await background.note({ short: window(80, 15) });
    // An answer that was overtaken by a later one.
    await background.note({ short: window(3, 15) });
    expect(await background.waitS()).toBe(900);
    expect(await waitedFor.waitS()).toBeNull();
    await background.note({ short: window(100, 15) });
    expect(await waitedFor.waitS()).toBe(900);
    nowMs += 900_000;
    expect(await background.waitS()).toBeNull();
  });
});
