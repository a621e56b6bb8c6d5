import { localDate } from "@/lib/dates/local-date";
import { preferencesInput, profileInput, timeLimitsInput } from "./profile";
import { z } from "./zod";

export const ARCHIVE_FORMAT = "formline-archive";
/** Raised when a program that reads archives has to be changed. */
export const ARCHIVE_VERSION = 1;
export const MANIFEST_PATH = "manifest.json";
export const PROFILE_PATH = "data/profile.json";

const name = z.string().regex(/^[a-z0-9_]{1,63}$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Enough of a manifest to say whose it is, whatever else a later version puts there. */
export const manifestHead = z.object({
  format: z.literal(ARCHIVE_FORMAT),
  version: z.number().int().min(1),
  schema: z.object({ migrations: z.number().int().min(0), newest: z.string() }),
});

export const archiveManifest = manifestHead.extend({
  /** ISO 8601, UTC. */
  madeAt: z.iso.datetime(),
  /** In the order in which they are restored. */
  tables: z.array(
    z.object({
      table: name,
      path: z.string(),
      columns: z.array(name).min(1),
      rows: z.number().int().min(0),
    }),
  ),
  /** Every entry but this one. `bytes` and `sha256` are of the unpacked content. */
  entries: z.array(z.object({ path: z.string(), bytes: z.number().int().min(0), sha256 })),
});
export type ArchiveManifest = z.infer<typeof archiveManifest>;

const day = z.iso.date().transform(localDate);
const share = z.number().min(0).max(1);
const ownWeights = z.object({
  fromDay: day,
  untilDay: day.nullable(),
  weights: z.object({ hrv: share, rhr: share, sleep: share, stress: share }),
  mornings: z.number().int().min(0),
  correlation: z.object({ own: z.number(), fitted: z.number() }),
  formula: z.string(),
});

export const archiveProfile = profileInput.extend(preferencesInput.shape).extend({
  email: z.string().max(320),
  isDemo: z.boolean(),
  // Archives of before there were these do not say them.
  gradedPaceModel: profileInput.shape.gradedPaceModel.default("observed"),
  refusedFtpW: z.number().nullable().default(null),
  ownWeights: z.array(ownWeights).default([]),
  weekdayMinutes: timeLimitsInput.shape.weekdayMinutes.nullable().default(null),
  memoryEdits: z
    .record(z.string(), z.object({ isHidden: z.literal(true), text: z.string() }).partial())
    .default({}),
});
export type ArchiveProfile = z.infer<typeof archiveProfile>;

/** A line of the list of originals, as far as restoring needs it. */
export const archivedSource = z.object({
  sha256,
  kind: z.enum(["fit", "tcx", "gpx", "garmin_json", "apple_health", "strava_json"]),
});
