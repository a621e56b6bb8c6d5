import { evalClaims } from "./evals/claims/evaluate-claims";
import { evalDetectors } from "./evals/detectors";
import type { Evaluation } from "./evals/evaluation";

const EVALUATIONS: readonly (() => Evaluation)[] = [evalDetectors, evalClaims];

const measured = EVALUATIONS.map((evaluate) => evaluate());
const figures = Object.assign({}, ...measured.map((one) => one.figures)) as Evaluation["figures"];
const wrong = measured.flatMap((one) => one.wrong);
const ok = Object.values(figures).every((figure) => figure.ok !== false);
if (process.argv.includes("--json")) {
  process.stdout.write(`${JSON.stringify({ bench: "evals", figures, wrong, ok })}\n`);
} else {
  for (const line of wrong) process.stdout.write(`  wrong: ${line}\n`);
  for (const [name, { value, goal, ok: met, note }] of Object.entries(figures)) {
    const judged = goal === undefined ? "" : `  goal ${goal}  ${met ? "met" : "MISSED"}`;
    process.stdout.write(`  ${name.padEnd(20)} ${value}${judged}${note ? `  (${note})` : ""}\n`);
  }
}
process.exit(ok ? 0 : 1);
