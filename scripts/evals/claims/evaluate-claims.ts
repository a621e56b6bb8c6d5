import { verifyClaims } from "@/lib/assistant/verify-claims";
import type { Evaluation } from "../evaluation";
import { plantedIn, textOf } from "./parts";
import { factsOf, SCENARIOS } from "./scenarios";
import { trueTexts } from "./true-texts";

type ClaimFigures = {
  readonly trueTexts: number;
  readonly planted: number;
  /** Percent of the planted falsehoods that were refused. */
  readonly plantedCaught: number;
  /** True texts that were refused. */
  readonly falseAlarms: number;
  /** What went wrong, a line each. */
  readonly wrong: readonly string[];
};

/** Verification against texts whose truth is known. */
export function evaluateClaims(): ClaimFigures {
  const wrong: string[] = [];
  let [texts, alarms, planted, caught] = [0, 0, 0, 0];
  for (const numbers of SCENARIOS) {
    const facts = factsOf(numbers);
    for (const said of trueTexts(numbers)) {
      const text = textOf(said);
      const { problems } = verifyClaims(text, facts);
      texts += 1;
      if (problems.length > 0) {
        alarms += 1;
        wrong.push(
          `alarm: ${text} [${problems.map(({ kind, why }) => `${kind}: ${why}`).join(" ")}]`,
        );
      }
      for (const lie of plantedIn(said)) {
        planted += 1;
        if (verifyClaims(lie.text, facts).ok)
          wrong.push(`missed ${lie.kind} ${lie.was}: ${lie.text}`);
        else caught += 1;
      }
    }
  }
  const plantedCaught = (100 * caught) / planted;
  return { trueTexts: texts, planted, plantedCaught, falseAlarms: alarms, wrong };
}

/** The same as an evaluation: nothing planted may pass, nothing true may be stopped. */
export function evalClaims(): Evaluation {
  const { trueTexts: texts, planted, plantedCaught, falseAlarms, wrong } = evaluateClaims();
  return {
    figures: {
      plantedCaught: {
        value: Math.round(100 * plantedCaught) / 100,
        ...{ goal: ">= 100", ok: plantedCaught === 100, note: `percent of ${planted} falsehoods` },
      },
      falseAlarms: {
        value: falseAlarms,
        ...{
          goal: "<= 0",
          ok: falseAlarms === 0 && texts >= LEAST_TEXTS,
          note: `of ${texts} true texts`,
        },
      },
    },
    wrong,
  };
}

const LEAST_TEXTS = 200;
