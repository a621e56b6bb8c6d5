import type { ModelCallItem } from "@/db/queries/model-calls";
import { MODELS, type ModelId } from "@/lib/assistant/models";

export const FEATURE_NAMES: Readonly<Record<ModelCallItem["feature"], string>> = {
  weekly: "The week",
  daily: "The day",
  debrief: "After an activity",
};

const OUTCOMES: Readonly<Record<ModelCallItem["outcome"], string>> = {
  waiting: "No answer yet",
  not_asked: "Not asked",
  ok: "Written",
  expired: "No answer in time",
  signed_out: "The server’s key was refused",
  unpaid: "The server’s account is not paid",
  forbidden: "The server’s key was refused",
  rate_limited: "Too many questions at once",
  overloaded: "The model was busy",
  timeout: "No answer in time",
  unavailable: "No answer",
  refused: "The model declined",
  cut_off: "Its text broke off",
  malformed: "Its text was of no use",
  too_long: "The question was too long",
  invalid: "The question was refused",
};

const OPERATOR = "Whoever runs this server has to see to it.";
const SOON = "It is asked again by itself.";
/** What the athlete can expect; of all others that it is asked about what is new. */
const THEN: Partial<Record<ModelCallItem["outcome"], string>> = {
  ...{ signed_out: OPERATOR, forbidden: OPERATOR, unpaid: OPERATOR },
  ...{ rate_limited: SOON, overloaded: SOON, timeout: SOON, unavailable: SOON, expired: SOON },
};

/** How it ended; also that what was written did not hold, and is not shown. */
export function describeOutcome({
  outcome,
  verifiedShare,
}: Pick<ModelCallItem, "outcome" | "verifiedShare">): string {
  if (outcome !== "ok" || verifiedShare === null || verifiedShare === 1) return OUTCOMES[outcome];
  return verifiedShare === 0 ? "Not right, so not shown" : "Right in part; only that is shown";
}

/** Whether it was asked, and is not waited for any more. */
export function isEnded({ outcome }: Pick<ModelCallItem, "outcome">): boolean {
  return outcome !== "waiting" && outcome !== "not_asked";
}

/** Why a question came to nothing, and what then; null where it did not. */
export function describeFailure({
  outcome,
  verifiedShare,
}: Pick<ModelCallItem, "outcome" | "verifiedShare">): string | null {
  if (outcome === "ok" && verifiedShare === 0) {
    return "The last text was not right in every number, so it is not shown. Rules have written instead, so nothing is missing.";
  }
  if (outcome === "ok" || !isEnded({ outcome })) return null;
  const why = OUTCOMES[outcome];
  const then = THEN[outcome] ?? "It is asked again when there is something new to tell.";
  return `The last question came to nothing: ${why.charAt(0).toLowerCase()}${why.slice(1)}. Rules have written instead, so nothing is missing. ${then}`;
}

export function modelName(model: string): string {
  return MODELS[model as ModelId]?.name ?? model;
}

/** "$0.0012"; what is too little for four digits says so. */
export function formatUsd(usd: number): string {
  if (usd > 0 && usd < 0.0001) return "< $0.0001";
  // Whole cents need no more than two.
  const isWhole = Math.abs(usd * 100 - Math.round(usd * 100)) < 1e-9;
  return `$${usd.toFixed(isWhole || usd >= 1 ? 2 : 4)}`;
}
