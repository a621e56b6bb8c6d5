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
  rate_limited: "Too many questions",
  overloaded: "The model was busy",
  timeout: "No answer in time",
  unavailable: "No answer",
  refused: "The model declined",
  cut_off: "Broken off",
  malformed: "Not understood",
  too_long: "Too long",
  invalid: "Refused",
};

export function describeOutcome(outcome: ModelCallItem["outcome"]): string {
  return OUTCOMES[outcome];
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
