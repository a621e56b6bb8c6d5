import { env } from "@/lib/env";
import { anthropicModel } from "@/lib/integrations/anthropic/anthropic-model";
import { readPrompts } from "@/lib/services/read-prompts";
import { evalLiveAnswers } from "./evals/answers/live-answers";
import { evalPlayedAnswers } from "./evals/answers/played-answers";
import { evalClaims } from "./evals/claims/evaluate-claims";
import { evalDetectors } from "./evals/detectors";
import type { Evaluation } from "./evals/evaluation";
import { evalPrompts } from "./evals/prompts/evaluate-prompts";

async function measure(isLive: boolean): Promise<readonly Evaluation[]> {
  if (isLive) {
    const { anthropic } = env().ai;
    if (anthropic === null) {
      process.stderr.write("--live asks the model itself: set ANTHROPIC_API_KEY.\n");
      process.exit(1);
    }
    return [await evalLiveAnswers(anthropicModel(anthropic), new Date())];
  }
  const { texts } = await readPrompts();
  return [evalDetectors(), evalClaims(), evalPrompts(texts), await evalPlayedAnswers(texts)];
}

const measured = await measure(process.argv.includes("--live"));
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
