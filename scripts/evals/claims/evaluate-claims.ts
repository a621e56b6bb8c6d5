import type { Problem } from "@/lib/assistant/claims/claim-types";
import { verifyClaims } from "@/lib/assistant/verify-claims";
import { verifyWords } from "@/lib/assistant/verify-words";
import type { Evaluation } from "../evaluation";
import { everyFinding } from "./every-detector";
import { plantedIn, type Said, textOf } from "./parts";
import { reword } from "./reword";
import {
  FORMERLY_HELD_OUT_REWORDINGS,
  KNOWN_REWORDINGS,
  LATER_REWORDINGS,
  type Rewordings,
} from "./reworded";
import { DAY_REWORDINGS } from "./reworded-days";
import { factsOf, SCENARIOS } from "./scenarios";
import { toldDays } from "./told-days";
import { trueTexts } from "./true-texts";
import { UNSEEN_REWORDINGS } from "./unseen";

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

type Case = { readonly said: Said; readonly verify: (text: string) => readonly Problem[] };

/** Verification against texts whose truth is known. */
export function evaluateClaims(cases: readonly Case[] = knownCases()): ClaimFigures {
  const wrong: string[] = [];
  let [alarms, planted, caught] = [0, 0, 0];
  for (const { said, verify } of cases) {
    const text = textOf(said);
    const problems = verify(text);
    if (problems.length > 0) {
      alarms += 1;
      wrong.push(
        `alarm: ${text} [${problems.map(({ kind, why }) => `${kind}: ${why}`).join(" ")}]`,
      );
    }
    for (const lie of plantedIn(said)) {
      planted += 1;
      if (verify(lie.text).length > 0) caught += 1;
      else wrong.push(`missed ${lie.kind} ${lie.was}: ${lie.text}`);
    }
  }
  const plantedCaught = (100 * caught) / planted;
  return { trueTexts: cases.length, planted, plantedCaught, falseAlarms: alarms, wrong };
}

function knownCases(): Case[] {
  const rewordings = [
    KNOWN_REWORDINGS,
    LATER_REWORDINGS,
    FORMERLY_HELD_OUT_REWORDINGS,
    DAY_REWORDINGS,
  ];
  return [...mornings(), ...rewordings.flatMap(rewordedCases)];
}

function mornings(): Case[] {
  return SCENARIOS.flatMap((numbers) => {
    const facts = factsOf(numbers);
    const verify = (text: string) => verifyClaims(text, facts).problems;
    return trueTexts(numbers).map((said) => ({ said, verify }));
  });
}

/** Findings, mornings and activities in other words, each with so many athletes. */
function rewordedCases(rewordings: Rewordings): Case[] {
  const taken = new Map<string, number>();
  const findings = everyFinding().map((told) => ({ ...told, kind: told.finding.detector }));
  return [...findings, ...toldDays()].flatMap(({ kind, finding, facts }) => {
    const { detector, title, action } = finding;
    const verify = (text: string) => {
      const { parts } = verifyWords({ title, text, action }, facts, "en", detector);
      return Object.values(parts).flatMap(({ problems }) => problems);
    };
    return (rewordings[kind] ?? []).flatMap((template) => {
      const count = taken.get(template) ?? 0;
      const said = count < OF_EACH ? reword(template, finding, facts.facts) : null;
      taken.set(template, count + 1);
      return said ? [{ said, verify }] : [];
    });
  });
}

const OF_EACH = 4;

/** The same as an evaluation: nothing planted may pass, nothing true may be stopped. */
export function evalClaims(): Evaluation {
  const { trueTexts: texts, planted, plantedCaught, falseAlarms, wrong } = evaluateClaims();
  const heldOut = evaluateClaims(rewordedCases(UNSEEN_REWORDINGS));
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
      // Told as it is: nothing was ever changed for the sake of these texts.
      heldOutCaught: {
        value: Math.round(100 * heldOut.plantedCaught) / 100,
        note: `percent of ${heldOut.planted} falsehoods in texts never looked at`,
      },
      heldOutAlarms: {
        value: heldOut.falseAlarms,
        note: `of ${heldOut.trueTexts} true texts never looked at`,
      },
    },
    wrong,
  };
}

const LEAST_TEXTS = 400;
