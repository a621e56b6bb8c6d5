import "server-only";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import { findAiSettings } from "@/db/queries/ai-settings";
import { freshActivities } from "@/db/queries/fresh-activities";
import type { AthleteTx } from "@/db/scope";
import { events } from "@/inngest/events";
import { ASSISTANT_SETTINGS } from "@/lib/assistant/settings";
import type { AthleteContext } from "@/lib/auth/context";
import { addDays, type LocalDate } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";

/** What is older is nobody's news; somebody's ten years are imported in an hour. */
const FRESH = ASSISTANT_SETTINGS.fresh;

/** Has today's answer put into words when it was made anew, where the athlete lets a model be asked. */
export async function askForBriefing(
  tx: AthleteTx,
  { athleteId, ports }: AthleteContext,
  day: LocalDate,
): Promise<void> {
  if (ports.languageModel === null || !(await isAgreed(tx))) return;
  await enqueueEvent(tx, events.briefingDue.create({ athleteId, day }));
}

/** The same for the newest activities that an import has brought. */
export async function askForDebriefs(
  tx: AthleteTx,
  { athleteId, ports, now, timeZone }: AthleteContext,
  batchId: string,
): Promise<void> {
  if (ports.languageModel === null || !(await isAgreed(tx))) return;
  const since = addDays(localDayAt(now, timeZone), 1 - FRESH.days);
  for (const activityId of await freshActivities(tx, batchId, {
    ...{ since, limit: FRESH.activities },
  })) {
    const id = `debrief:${batchId}:${activityId}`;
    await enqueueEvent(tx, events.debriefDue.create({ athleteId, activityId }, { id }));
  }
}

async function isAgreed(tx: AthleteTx): Promise<boolean> {
  return (await findAiSettings(tx)).consentedAt !== null;
}
