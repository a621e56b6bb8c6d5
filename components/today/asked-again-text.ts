import type { MorningRevision } from "@/lib/training/recovery/morning-types";

const HAD = {
  accepted: "accepted this day’s workout",
  kept: "kept this day’s workout",
  swapped: "swapped this day’s workout",
} as const;

/** "You had accepted this day’s workout, then you told of an injury: that answer no longer counts". */
export function askedAgainText({ because, askedAgain }: MorningRevision): string | null {
  if (askedAgain === undefined) return null;
  return `You had ${HAD[askedAgain.response]}, then ${because}: that answer no longer counts`;
}
