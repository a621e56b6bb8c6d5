import { describe, expect, it } from "vitest";
import { localDate } from "@/lib/dates/local-date";
import { say } from "../insights/evidence";
import type { JudgedActivity } from "../track-record/execution-of";
import { type SessionMeasures, sessionExecution } from "../track-record/session-execution";
import { activityDebrief } from "./activity-debrief";
import type { DebriefInput } from "./debrief-input";

const DAY = localDate("2026-11-21");
const RIDE: JudgedActivity = {
  ...{ id: "a", day: DAY, title: "Morning ride", sport: "cycling", timerS: 3610, load: 62.4 },
  ...{ rpe: 4, avgPowerW: 190, avgSpeedMps: null, efficiencyFactor: 1.5, decouplingPct: 3.4 },
  timeInZone: {
    power: { boundaries: [1, 2, 3], seconds: [600, 2280, 540, 180], unit: "W", formula: "Z" },
  },
};
const NONE: SessionMeasures = {
  ...{ completion: null, target: null, rpe: null, efficiency: null, decoupling: null },
};
const debrief = (
  parts: Partial<DebriefInput> = {},
  measures: Partial<SessionMeasures> = {},
  activity: Partial<JudgedActivity> = {},
) =>
  activityDebrief({
    activity: { ...RIDE, ...activity },
    execution: sessionExecution({ ...NONE, ...measures }),
    ...{ plan: null, usualLoad: 60, bests: [], after: { fitness: 50, fatigue: 61.6 } },
    ...parts,
  });

describe("activityDebrief", () => {
  it("says what it was, how it went and what follows", () => {
    expect(debrief()).toMatchObject({
      ...{ detector: "activity", severity: "notice", title: "A ride as usual" },
      text: "A ride of 1 h with a training load of 62, about your usual 60. By intensity it was 80 % easy, 15 % moderate and 5 % hard. Heart rate drifted by 3.4 %: your endurance carried it. The next morning begins with a form of −12.",
      action: "Nothing to make up for: go on with your days as planned.",
    });
  });

  it("holds it against the plan", () => {
    const plan = { steps: 5, done: 5, inRange: 0.874 };
    expect(debrief({ plan })).toMatchObject({ title: "Done as planned" });
    expect(debrief({ plan }).text).toContain(
      "5 of 5 main steps of the plan were done, 87 % of the time within the target.",
    );
    expect(debrief({ plan: { steps: 1, done: 0, inRange: null } }).text).toContain(
      "The main part of the plan was not done whole.",
    );
  });

  it("tells an effort that was more than it should have been, and asks for care", () => {
    const worse = debrief({}, { rpe: { value: 6.5, against: 3.5 } });
    expect(worse.text).toContain("You felt it as 6.5 of 10, harder than the 3.5 to be expected.");
    expect(worse).toMatchObject({
      ...{ severity: "caution", title: "This ride cost more than it should have" },
      action: "Keep the next session easy, and see whether it feels the same.",
    });
  });

  it("celebrates a best with what it beat", () => {
    const best = {
      ...{
        sport: "cycling" as const,
        span: { value: 1200, unit: "s" as const },
        unit: "W" as const,
      },
      ...{ value: 262, before: 255, day: DAY, beforeDay: localDate("2026-09-02"), activityId: "a" },
    };
    expect(debrief({ bests: [best] }).title).toBe("A new best");
    expect(debrief({ bests: [best] }).text).toContain(
      "You held 262 W for 20 min; your best before was 255 W.",
    );
  });

  it("asks for easy days after a hard session and under heavy work", () => {
    expect(debrief({}, {}, { rpe: 8 }).action).toBe(
      "Keep tomorrow easy: a hard session needs two days.",
    );
    expect(debrief({ after: { fitness: 50, fatigue: 81 } }).action).toMatch(/next two days easy/);
  });

  it("says why it was better than expected", () => {
    const { title, text } = debrief({}, { efficiency: { value: 1.59, against: 1.5 } });
    expect(title).toBe("Better than expected");
    expect(text).toContain("Each heartbeat brought 6 % more than it usually does.");
  });

  it("tells nothing that is not known", () => {
    const { text, evidence } = debrief(
      { usualLoad: null, after: null },
      {},
      { load: null, decouplingPct: null, timeInZone: {}, timerS: 20, sport: "swimming" },
    );
    expect(text).toBe("A swim of 1 min.");
    expect(evidence).toHaveLength(1);
  });

  it("fits a model's answer, and every number in it stands in the evidence", () => {
    const { text, evidence } = debrief(
      { plan: { steps: 5, done: 4, inRange: 0.5 } },
      { rpe: { value: 7, against: 3.5 }, decoupling: { value: 9, against: 3 } },
      { decouplingPct: 9 },
    );
    expect(text.length).toBeLessThan(560);
    const known = evidence.map(say).join(" ");
    for (const [number] of text.matchAll(/−?\d+(?:\.\d+)?/g)) {
      expect(number === "10" || known.includes(number), number).toBe(true);
    }
  });

  describe("the words of one session, whatever went better or worse", () => {
    const efficiencies = [null, 0.9, 1, 1.1].map((value) => value && { value, against: 1 });
    const efforts = [null, 1, 4, 7].map((value) => value && { value, against: 4 });
    const drifts = [null, -1, 3, 9].flatMap((value) =>
      [null, 1, 5, 12].map((usual) => [value, usual]),
    );
    const all = efficiencies.flatMap((efficiency) =>
      efforts.flatMap((rpe) =>
        drifts.map(([value = null, against = null]) => {
          const decoupling = value === null || against === null ? null : { value, against };
          const measures = { efficiency: efficiency || null, rpe: rpe || null, decoupling };
          const { title, text, severity } = debrief({}, measures, { decouplingPct: value });
          return { title, words: `${title}. ${text}`, severity };
        }),
      ),
    );

    it.each([
      [
        "This ride cost more than it should have",
        /carried it|easier than|brought \S+ % more/,
        "caution",
      ],
      [
        "Better than expected",
        /harder than|brought \S+ % less|not there yet|drifted by \S+ %: more/,
        "celebrate",
      ],
      ["A ride as usual", /cost more|Better/, "notice"],
    ])("do not contradict “%s”", (name, never, degree) => {
      const those = all.filter(({ title }) => title === name);
      expect(those.length).toBeGreaterThan(5);
      for (const { words, severity } of those) {
        expect(words).not.toMatch(never);
        expect(severity).toBe(degree);
      }
    });

    it("say that there are two sides, and nothing else has a title", () => {
      const titles = new Set(all.map(({ title }) => title));
      expect(titles.size).toBe(4);
      const both = all.filter(({ title }) => title === "A ride with two sides");
      expect(both.length).toBeGreaterThan(5);
      for (const { severity } of both) expect(severity).not.toBe("celebrate");
      for (const { words, severity } of all) {
        if (words.includes("carried it")) expect(severity).not.toBe("caution");
      }
    });
  });
});
