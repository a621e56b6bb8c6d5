import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/dates/local-date";
import {
  DAY,
  daysAgo,
  healthyInput,
  morning,
  session,
  setLast,
} from "@/tests/support/detector-input";
import { detraining } from "./detraining";
import { fastRamp } from "./fast-ramp";
import { fitnessHigh } from "./fitness-high";
import { hardDaysCrowded } from "./hard-days-crowded";
import { hardWhenTired } from "./hard-when-tired";
import { loadSpike } from "./load-spike";
import { missedKeySessions } from "./missed-key-sessions";
import { raceForm } from "./race-form";
import { sameEveryDay } from "./same-every-day";

const times = (factor: number) => (value: number | null) => (value ?? 0) * factor;

describe("loadSpike", () => {
  const week = (factor: number) =>
    loadSpike(healthyInput(({ load }) => setLast(load, 7, times(factor))));

  it("tells a week by how far it is above the four before", () => {
    expect(week(1)).toBeNull();
    expect(week(1.49)).toBeNull();
    expect(week(1.5)?.severity).toBe("caution");
    expect(week(2)?.severity).toBe("warning");
    expect(week(1.5)?.text).toContain("555, 1.5 times the 370 of a usual week");
  });

  it("looks at whole days: today's open load is left out", () => {
    const open = healthyInput(({ load }) => {
      setLast(load, 7, times(1.6), 1);
      setLast(load, 1, () => null);
    });
    expect(loadSpike(open)).toMatchObject({ toDay: daysAgo(1) });
  });

  it("is silent for who hardly trained, and with unknown days", () => {
    const little = healthyInput(({ load }) => {
      load.fill(5);
      setLast(load, 7, () => 50);
    });
    expect(loadSpike(little)).toBeNull();
    const outage = healthyInput(({ load }) => {
      setLast(load, 7, times(3));
      setLast(load, 3, () => null, 10);
    });
    expect(loadSpike(outage)).toBeNull();
  });
});

describe("fastRamp", () => {
  const following = (days: number, load: number) =>
    fastRamp(healthyInput((columns) => setLast(columns.load, days, () => load)));

  it("tells a steep week and a second one", () => {
    expect(following(7, 60)).toBeNull();
    expect(following(7, 120)?.severity).toBe("caution");
    expect(following(14, 150)?.severity).toBe("warning");
  });

  it("waits for eight weeks of training", () => {
    const young = healthyInput(({ load }) => {
      setLast(load, 90, () => null, 36);
      setLast(load, 36, () => 100);
    });
    expect(fastRamp(young)).toBeNull();
  });
});

describe("sameEveryDay", () => {
  const week = (load: number, other = load) =>
    sameEveryDay(
      healthyInput((columns) => setLast(columns.load, 7, (_, i) => (i % 2 === 0 ? load : other))),
    );

  it("tells an even week of much load, not an even easy one", () => {
    expect(week(70)?.severity).toBe("caution");
    expect(week(80, 36)?.severity).toBe("caution");
    expect(week(90, 36)?.severity).toBe("notice");
    expect(week(40)).toBeNull();
    expect(sameEveryDay(healthyInput())).toBeNull();
  });

  it("needs seven whole days", () => {
    const gap = healthyInput(({ load }) => {
      setLast(load, 7, () => 80);
      setLast(load, 1, () => null, 3);
    });
    expect(sameEveryDay(gap)).toBeNull();
  });
});

describe("hardDaysCrowded", () => {
  const hard = (...ago: number[]) =>
    hardDaysCrowded(
      healthyInput(undefined, {
        activities: ago.map((days, i) => session(days, { isHard: true, id: `hard-${i}` })),
      }),
    );

  it("counts days, not sessions", () => {
    expect(hard(5, 3, 1)).toBeNull();
    expect(hard(5, 3, 3, 1)).toBeNull();
    expect(hard(6, 4, 2, 0)?.severity).toBe("notice");
    expect(hard(6, 5, 4, 2, 0)?.severity).toBe("caution");
    expect(hard(9, 8, 7, 1)).toBeNull();
    expect(hard()).toBeNull();
  });
});

describe("hardWhenTired", () => {
  const hard = [2, 5, 9].map((ago) => session(ago, { isHard: true }));
  const on = (...mornings: [number, "go" | "ease" | "rest"][]) =>
    hardWhenTired(
      healthyInput(undefined, {
        activities: hard,
        mornings: mornings.map(([ago, decision]) => morning(ago, { decision })),
      }),
    );

  it("holds hard sessions against the morning's answer", () => {
    expect(on([9, "go"], [5, "go"], [2, "go"])).toBeNull();
    expect(on([5, "ease"])).toBeNull();
    expect(on([5, "ease"], [2, "ease"])?.severity).toBe("caution");
    expect(on([5, "rest"])?.severity).toBe("caution");
    expect(on([9, "rest"], [5, "rest"])?.severity).toBe("warning");
    expect(on([4, "rest"]), "no session that day").toBeNull();
    expect(on()).toBeNull();
  });

  it("never holds a race against anybody", () => {
    const events = [{ kind: "race", fromDay: daysAgo(5), toDay: daysAgo(5) } as const];
    const mornings = [morning(5, { decision: "rest" })];
    expect(
      hardWhenTired(healthyInput(undefined, { activities: hard, mornings, events })),
    ).toBeNull();
  });
});

describe("missedKeySessions", () => {
  const workout = { sport: "running", durationS: 3600, intensity: "hard" } as const;
  const accepted = (...ago: number[]) =>
    ago.map((days) => morning(days, { response: "accepted", workout }));
  const found = (mornings: ReturnType<typeof accepted>, rest = {}) =>
    missedKeySessions(healthyInput(undefined, { mornings, ...rest }));

  it("counts accepted hard workouts without a session", () => {
    expect(found(accepted(3))).toBeNull();
    expect(found(accepted(9, 3))?.severity).toBe("notice");
    expect(found(accepted(9, 6, 3))?.severity).toBe("caution");
    expect(found(accepted(20, 17, 3)), "too long ago").toBeNull();
    expect(found([])).toBeNull();
  });

  it("counts the hard workout of a swap, which is what was said yes to", () => {
    const swapped = (intensity: "hard" | "easy") =>
      morning(9, { response: "swapped", workout: { ...workout, intensity } });
    expect(found([swapped("hard"), ...accepted(3)])?.severity).toBe("notice");
    expect(found([swapped("easy"), ...accepted(3)])).toBeNull();
  });

  it("takes half the time in the sport for done", () => {
    const mornings = accepted(9, 3);
    const half = [session(3, { timerS: 1800 })];
    expect(found(mornings, { activities: half })).toBeNull();
    expect(found(mornings, { activities: [session(3, { timerS: 1700 })] })).not.toBeNull();
    expect(found(mornings, { activities: [session(3, { sport: "cycling" })] })).not.toBeNull();
  });

  it("asks for nothing that was skipped, easy, or in an illness", () => {
    expect(found([morning(9, { response: "skipped", workout }), ...accepted(3)])).toBeNull();
    const easy = morning(9, { response: "accepted", workout: { ...workout, intensity: "easy" } });
    expect(found([easy, ...accepted(3)])).toBeNull();
    const events = [{ kind: "illness", fromDay: daysAgo(10), toDay: daysAgo(8) }];
    expect(found(accepted(9, 3), { events })).toBeNull();
  });
});

describe("detraining", () => {
  const following = (days: number, events: Parameters<typeof detraining>[0]["events"] = []) =>
    detraining(healthyInput(({ load }) => setLast(load, days, () => 0), { events }));

  it("tells fitness that went, not an easy week", () => {
    expect(following(4)).toBeNull();
    expect(following(10)?.severity).toBe("notice");
    expect(following(21)?.severity).toBe("caution");
  });

  it("is silent with a reason: a race, an illness, a holiday", () => {
    const race = { kind: "race", fromDay: addDays(DAY, 10), toDay: addDays(DAY, 10) } as const;
    expect(following(14, [race])).toBeNull();
    const ill = { kind: "illness", fromDay: daysAgo(20), toDay: daysAgo(10) } as const;
    expect(following(14, [ill])).toBeNull();
    const note = { kind: "note", fromDay: daysAgo(20), toDay: daysAgo(10) } as const;
    expect(following(14, [note])).not.toBeNull();
  });

  it("needs ten weeks", () => {
    const young = healthyInput(({ load }) => {
      setLast(load, 60, () => null, 66);
      setLast(load, 14, () => 0);
    });
    expect(detraining(young)).toBeNull();
  });
});

describe("raceForm", () => {
  const ahead = (days: number, load: number, since: number) =>
    raceForm(
      healthyInput((columns) => setLast(columns.load, since, () => load), {
        events: [{ kind: "race", fromDay: addDays(DAY, days), toDay: addDays(DAY, days) }],
      }),
    );

  it("tells who comes fresh and who comes tired", () => {
    expect(ahead(3, 25, 7)?.severity).toBe("celebrate");
    expect(ahead(3, 120, 7)?.severity).toBe("caution");
    expect(ahead(6, 120, 7), "still time").toBeNull();
    expect(ahead(9, 25, 7), "too far").toBeNull();
    expect(raceForm(healthyInput())).toBeNull();
  });
});

describe("fitnessHigh", () => {
  it("tells a slow climb above all of the months before", () => {
    const climb = healthyInput(({ load }) => setLast(load, load.length, (_, i) => 40 + 0.6 * i));
    expect(fitnessHigh(climb)).toMatchObject({ severity: "celebrate", formula: "DET-PEAK@1" });
    expect(fitnessHigh(healthyInput())).toBeNull();
    const jump = healthyInput(({ load }) => setLast(load, 14, () => 250));
    expect(fitnessHigh(jump), "by a jump").toBeNull();
    const past = healthyInput(({ load }) => setLast(load, 60, () => 90, 20));
    expect(fitnessHigh(past), "not today's").toBeNull();
  });
});
