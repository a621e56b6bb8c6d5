import { MethodLink } from "@/components/methods/method-link";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { EditList } from "./edit-list";
import type { EditRow } from "./prepare-edits";

type Props = { activityId: string; holding: readonly EditRow[]; undone: readonly EditRow[] };

/** The athlete's changes of this activity; nothing while there never was one. */
export function EditsCard({ activityId, holding, undone }: Props) {
  if (holding.length + undone.length === 0) return null;
  return (
    <Card aria-label="Your changes">
      <CardHeader
        title={<MethodLink to="edits">Your changes</MethodLink>}
        aside={holding.length === 0 ? "none holds" : "the recording is kept"}
      />
      <EditList activityId={activityId} holding={holding} undone={undone} />
    </Card>
  );
}
