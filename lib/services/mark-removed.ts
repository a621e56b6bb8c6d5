import "server-only";
import { markActivitiesRemoved } from "@/db/mutations/remote-activities";
import type { AthleteTx } from "@/db/scope";
import { PROVIDER_NAMES } from "@/lib/training/source/provider-names";
import type { Provider } from "@/lib/training/source/providers";
import { forgetFilesOf } from "./delete-source-files";

const REMOVED_HERE = "It was removed at Strava, so it was removed here as well.";

/** Notes what the vendor has no more; by Strava's terms what came from there alone goes as well. */
export async function markRemoved(
  tx: AthleteTx,
  { id, provider }: { readonly id: string; readonly provider: Provider },
  gone: Parameters<typeof markActivitiesRemoved>[2],
): Promise<void> {
  if (provider !== "strava") {
    await markActivitiesRemoved(tx, id, gone, removedText(provider));
    return;
  }
  const externalIds = await markActivitiesRemoved(tx, id, gone, REMOVED_HERE);
  await forgetFilesOf(tx, id, externalIds);
}

/** What the athlete reads of an activity that they have deleted at the vendor. */
function removedText(provider: Provider): string {
  return `It was removed at ${PROVIDER_NAMES[provider]}. What Formline has of it stays until you delete it here.`;
}
