import { Check, CircleSlash, Clock3, Copy, type LucideIcon, TriangleAlert } from "lucide-react";
import { Chip } from "@/components/ui/chip";
import type { ImportOutcome } from "@/lib/schemas/import";

const LOOKS: Record<
  ImportOutcome,
  { word: string; icon: LucideIcon; tone: "neutral" | "go" | "ease" | "rest" }
> = {
  waiting: { word: "Waiting", icon: Clock3, tone: "neutral" },
  imported: { word: "Imported", icon: Check, tone: "go" },
  duplicate: { word: "Duplicate", icon: Copy, tone: "neutral" },
  partial: { word: "Partial", icon: TriangleAlert, tone: "ease" },
  rejected: { word: "Rejected", icon: CircleSlash, tone: "rest" },
};

/** What became of a file: word, shape and colour. */
export function Outcome({ of: outcome }: { of: ImportOutcome }) {
  const { word, icon: Icon, tone } = LOOKS[outcome];
  return (
    <Chip tone={tone}>
      <Icon aria-hidden="true" />
      {word}
    </Chip>
  );
}
