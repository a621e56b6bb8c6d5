import { describe, expect, it } from "vitest";
import { checkInForm } from "./check-in";
import { recommendationResponseInput } from "./recommendation";

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

const answers = { readiness: "4", soreness: "3", mood: "5", stress: "2" };

describe("checkInForm", () => {
  it("reads the four answers, the switch and an empty note as none", () => {
    expect(checkInForm.parse(form({ ...answers, note: "  " }))).toEqual({
      readiness: 4,
      soreness: 3,
      mood: 5,
      stress: 2,
      hasSymptoms: false,
      note: null,
    });
    const withMore = form({ ...answers, hasSymptoms: "on", note: " sore throat " });
    expect(checkInForm.parse(withMore)).toMatchObject({
      hasSymptoms: true,
      note: "sore throat",
    });
  });
  it.each(["readiness", "soreness", "mood", "stress"])("refuses a check-in without %s", (name) => {
    const { [name as keyof typeof answers]: _, ...rest } = answers;
    expect(checkInForm.safeParse(form(rest)).success).toBe(false);
  });
  it.each(["0", "6", "2.5", "", "x"])("refuses the answer %j", (mood) => {
    expect(checkInForm.safeParse(form({ ...answers, mood })).success).toBe(false);
  });
  it("refuses a note of 501 characters", () => {
    const long = form({ ...answers, note: "a".repeat(501) });
    expect(checkInForm.safeParse(long).success).toBe(false);
  });
});

describe("recommendationResponseInput", () => {
  it("takes a day and one of the answers", () => {
    const good = { day: "2026-11-21", response: "kept" };
    expect(recommendationResponseInput.parse(good)).toEqual(good);
    expect(recommendationResponseInput.safeParse({ ...good, response: "postponed" }).success).toBe(
      false,
    );
    expect(recommendationResponseInput.safeParse({ ...good, day: "2026-02-30" }).success).toBe(
      false,
    );
  });
});
