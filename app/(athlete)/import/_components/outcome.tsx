import { Check, CircleSlash, Clock3, Copy, type IconNode, TriangleAlert } from "lucide";
import { Chip } from "@/components/ui/chip";
import { Icon } from "@/components/ui/icon";
import type { ImportOutcome } from "@/lib/schemas/import";

const LOOKS: Record<
  ImportOutcome,
  { word: string; icon: IconNode; tone: "neutral" | "go" | "ease" | "rest" }
> = {
  waiting: { word: "Waiting", icon: Clock3, tone: "neutral" },
  imported: { word: "Imported", icon: Check, tone: "go" },
  duplicate: { word: "Duplicate", icon: Copy, tone: "neutral" },
  partial: { word: "Partial", icon: TriangleAlert, tone: "ease" },
  rejected: { word: "Rejected", icon: CircleSlash, tone: "rest" },
};

/** What became of a file: word, shape and colour. */
export function Outcome({ of: outcome }: { of: ImportOutcome }) {
  const { word, icon, tone } = LOOKS[outcome];
  return (
    <Chip tone={tone}>
      <Icon of={icon} />
      {word}
    </Chip>
  );
}
