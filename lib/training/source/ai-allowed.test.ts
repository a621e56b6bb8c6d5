import { describe, expect, it } from "vitest";
import { type AiAllowed, aiAllowed, ifAiAllowed, type Sourced } from "./ai-allowed";
import { PROVIDERS } from "./providers";
import { expiringKinds, providerOfKind, SOURCE_TERMS } from "./terms";

/** Stands for whatever builds a prompt: it takes nothing else. */
const prompt = (facts: readonly AiAllowed<number>[]) => facts.map(({ value }) => value);

describe("the way into a prompt", () => {
  it("is open to files, the athlete's words and Garmin", () => {
    const power: Sourced<number, "file" | "garmin_personal" | "athlete"> = {
      value: 231,
      from: ["file", "garmin_personal", "athlete"],
    };
    expect(prompt([aiAllowed(power)])).toEqual([231]);
  });

  it("is closed to Strava before anything runs, and when it is forced", () => {
    const distance: Sourced<number, "strava"> = { value: 42_195, from: ["strava"] };
    // @ts-expect-error what Strava gave is none of what may be read
    expect(() => aiAllowed(distance)).toThrow(RangeError);
    // @ts-expect-error a value as such has no leave
    prompt([{ value: 42_195 }]);
    // @ts-expect-error nor has one that says so itself
    prompt([{ value: 42_195, allowed: true }]);
  });

  it("is closed to what is worked out of Strava's data among other", () => {
    const load: Sourced<number> = { value: 612, from: ["file", "strava"] };
    // @ts-expect-error it is known at run time only
    expect(() => aiAllowed(load)).toThrow(RangeError);
    expect(ifAiAllowed(load)).toBeNull();
    expect(ifAiAllowed({ value: 612, from: ["file"] })?.value).toBe(612);
    expect(ifAiAllowed({ value: 612, from: [] })?.value).toBe(612);
  });

  it.each(PROVIDERS)("goes by the terms of %s", (provider) => {
    const isOpen = ifAiAllowed({ value: 1, from: [provider] }) !== null;
    expect(isOpen).toBe(SOURCE_TERMS[provider].aiAllowed);
    expect(isOpen).toBe(provider !== "strava");
  });

  it.each(PROVIDERS)("says in sentences what it does with the data of %s", (provider) => {
    const { aiAllowed: isOpen, retentionDays, says } = SOURCE_TERMS[provider];
    for (const sentence of says) expect(sentence).toMatch(/^[A-Z].+\.$/);
    const said = says.join(" ");
    expect(/no language model/.test(said)).toBe(!isOpen);
    expect(/deleted after (\d+) days/.exec(said)?.[1] ?? null).toBe(
      retentionDays?.toString() ?? null,
    );
  });

  it("says of Garmin's tokens that they are unofficial", () => {
    expect(SOURCE_TERMS.garmin_connect.says[0]).toMatch(/^Unofficial/);
  });

  it("knows whose terms bind a kept original, and for how long it may be kept", () => {
    expect(expiringKinds()).toEqual([{ kind: "strava_json", provider: "strava", days: 7 }]);
    expect(providerOfKind("strava_json")).toBe("strava");
    expect(["fit", "garmin_json", "apple_health", "toString"].map(providerOfKind)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
