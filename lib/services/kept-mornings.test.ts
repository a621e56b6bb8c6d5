import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Morning } from "@/db/queries/morning-on";
import { recommendWorkout } from "@/lib/training/plan/recommend-workout";
import { readinessDecision } from "@/lib/training/recovery/readiness-decision";
import { recoveryScore } from "@/lib/training/recovery/recovery-score";
import { anyAthlete } from "@/tests/support/any-athlete";
import { anyReadiness } from "@/tests/support/any-readiness";
import { anyRecovery } from "@/tests/support/any-recovery";
import { replayAnswer } from "./replay-answer";

/**
 * Mornings with their answers, a file for each set of rule versions, written when these were new.
 * A rule that answers otherwise needs a new version: then the test writes the new file and fails
 * once, so that somebody looks at it.
 */
const FOLDER = path.resolve("tests/fixtures/mornings");

/** What each file was when it was committed. */
const SUMS = `${FOLDER}.sha256.json`;
const files = () => readdirSync(FOLDER).filter((file) => file.endsWith(".jsonl"));

const kept = (file: string): Morning[] =>
  readFileSync(path.join(FOLDER, file), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

function answered([recovery, readiness, athlete]: readonly [
  Parameters<typeof recoveryScore>[0],
  Parameters<typeof readinessDecision>[0],
  Parameters<typeof recommendWorkout>[0],
]) {
  const score = recoveryScore(recovery);
  const decision = readinessDecision(readiness);
  // The workout's other inputs are the answers before it.
  const inputs = { recovery, readiness, workout: { ...athlete, decision: null, recovery: null } };
  const recommendation = recommendWorkout({ ...athlete, decision, recovery: score });
  return { recovery: score, decision, recommendation, inputs, response: null };
}

/** For each rule of the ladder, and for each reason of a workout, one morning that meets it. */
function chosen(): ReturnType<typeof answered>[] {
  const any = fc.tuple(anyRecovery, anyReadiness, anyAthlete);
  const byReason = new Map<string, ReturnType<typeof answered>>();
  for (const morning of fc.sample(any, { seed: 20_261_123, numRuns: 3000 }).map(answered)) {
    byReason.set(morning.decision.path.at(-1)?.rule ?? "", morning);
    for (const sentence of morning.recommendation.rationale) {
      byReason.set(/^(?:\S+ )?\S+/.exec(sentence.replaceAll(/\d/g, ""))?.[0] ?? "", morning);
    }
  }
  return [...new Set(byReason.values())];
}

const versionsOf = ({ recovery, decision, recommendation }: Morning) =>
  [recovery.formula, decision.formula, recommendation.formula].join(" ");
const now = `${versionsOf(JSON.parse(JSON.stringify(chosen()[0])))}.jsonl`;

it("gives the answers, bit for bit, that these versions gave when they were written", () => {
  const isKept = existsSync(path.join(FOLDER, now));
  if (!isKept) {
    const lines = chosen().map((morning) => `${JSON.stringify(morning)}\n`);
    writeFileSync(path.join(FOLDER, now), lines.join(""));
  }
  expect(isKept, `${now} was missing and is written now: look at it and commit it`).toBe(true);
  const mornings = kept(now);
  const rules = new Set(mornings.map(({ decision }) => decision.path.at(-1)?.rule));
  expect(rules.size).toBeGreaterThanOrEqual(10);
  for (const morning of mornings) {
    const { recovery, decision, recommendation } = replayAnswer(morning);
    for (const part of [recovery, decision, recommendation]) expect(part.differences).toEqual([]);
  }
});

it("leaves every file as it was written: other answers belong to another version", () => {
  const sums = files().map((file) => {
    const bytes = readFileSync(path.join(FOLDER, file));
    return [file, createHash("sha256").update(bytes).digest("hex")];
  });
  expect(Object.fromEntries(sums)).toEqual(JSON.parse(readFileSync(SUMS, "utf8")));
});

it("reads what earlier versions kept, and names the version where it answers otherwise", () => {
  const earlier = files().filter((file) => file !== now);
  expect(earlier.length).toBeGreaterThan(0);
  for (const morning of earlier.flatMap(kept)) {
    const { recovery, decision, recommendation } = replayAnswer(morning);
    expect(recommendation.now).not.toBeNull();
    for (const part of [recovery, decision]) {
      if (part.now?.formula === part.kept.formula) expect(part.differences).toEqual([]);
      else expect(part.differences.map(({ at }) => at)).toContain("formula");
    }
  }
});
