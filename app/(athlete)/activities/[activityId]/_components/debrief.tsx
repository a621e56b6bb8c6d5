import { DebriefCard } from "@/components/activity/debrief-card";
import type { ActivityDetail } from "@/db/queries/activity-detail";
import { findAiSettings } from "@/db/queries/ai-settings";
import { keptDebrief } from "@/db/queries/kept-words";
import { bestWords } from "@/lib/assistant/best-words";
import { requireAthlete } from "@/lib/auth/current-athlete";
import { debriefActivity } from "@/lib/services/debrief-activity";
import type { PlannedAgainstDone } from "@/lib/services/planned-against-done";
import type { UnitSystem } from "@/lib/units/unit-system";

type Props = {
  activity: ActivityDetail;
  planned: PlannedAgainstDone | null;
  units: UnitSystem;
};

/** Looks at weeks of other activities: what is drawn of this one does not wait for it. */
export async function Debrief({ activity, planned, units }: Props) {
  const ctx = await requireAthlete();
  const { id, day } = activity;
  const { rules, kept, settings } = await ctx.tx(async (tx) => ({
    rules: await debriefActivity(tx, activity, planned),
    kept: await keptDebrief(tx, id, ctx.now),
    settings: await findAiSettings(tx),
  }));
  return (
    <DebriefCard
      activityId={id}
      day={day}
      units={units}
      debrief={rules && bestWords(rules, kept)}
      mayAskModel={ctx.ports.languageModel !== null && settings.consentedAt !== null}
    />
  );
}
