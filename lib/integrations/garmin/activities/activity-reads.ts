import "server-only";
import { jsonOf, type VendorAnswer } from "@/lib/integrations/http/ask-vendor";
import { misunderstood } from "@/lib/integrations/http/vendor-failure";
import { SourceError, type SourceSession } from "@/lib/integrations/source-ports";
import type { Provider } from "@/lib/training/source/providers";
import { activityPagePath, readActivityPage } from "./activity-page";
import { recordedFile } from "./recorded-file";

type Reading = {
  readonly vendor: { readonly provider: Provider; readonly name: string };
  /** Throws `SourceError`. */
  ask(path: string, accept: string): Promise<VendorAnswer>;
};

/** The list of activities and their files: the same at both of Garmin's hosts. */
export function activityReads({
  vendor,
  ask,
}: Reading): Required<Pick<SourceSession, "activities" | "file">> {
  return {
    async activities(page) {
      const answer = await ask(activityPagePath(page.cursor), "application/json");
      const read = readActivityPage(jsonOf(vendor, answer), page);
      if (read === null) throw misunderstood(vendor, answer.status);
      return read;
    },

    async file(externalId) {
      if (!/^\d{1,20}$/.test(externalId)) {
        throw new SourceError(vendor.provider, "refused", "This is no id of a Garmin activity.");
      }
      const path = `/download-service/files/activity/${externalId}`;
      const answer = await ask(path, "*/*").catch((error: unknown) => {
        // Typed in by hand, without a recording.
        if (error instanceof SourceError && error.failure === "not_found") return null;
        throw error;
      });
      if (answer === null) return null;
      const file = await recordedFile(externalId, answer.bytes);
      if (file === "unreadable") throw misunderstood(vendor, answer.status);
      return file;
    },
  };
}
