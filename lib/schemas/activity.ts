import { parseLocalDate } from "@/lib/dates/local-date";
import { SPORTS } from "@/lib/training/activity/sports";
import { typedWords } from "./typed-words";
import { z } from "./zod";

const day = z.string().transform((text, ctx) => {
  const parsed = parseLocalDate(text);
  if (parsed !== null) return parsed;
  ctx.addIssue({ code: "custom", message: "Give a day as YYYY-MM-DD." });
  return z.NEVER;
});

export const TITLE_MAX_LENGTH = 120;
export const ACTIVITIES_PER_PAGE = 30;

export const activityFilters = z.object({
  sport: z.enum(SPORTS).optional(),
  /** Part of the title. */
  q: typedWords().min(1).max(80).optional(),
  from: day.optional(),
  to: day.optional(),
});
export type ActivityFilters = z.infer<typeof activityFilters>;

/** As in the address: one page of the list, strict, for the API. */
export const activityPageQuery = activityFilters.extend({
  cursor: z.string().max(120).optional(),
});

/** The streams that have a pane, in the order in which they stand. */
export const STREAM_NAMES = [
  "powerW",
  "workBalanceJ",
  "heartRateBpm",
  "speedMps",
  "altitudeM",
  "cadenceRpm",
] as const;
export type StreamName = (typeof STREAM_NAMES)[number];
/** Those that a device recorded; the others are worked out from them. */
export type RecordedStreamName = Exclude<StreamName, "workBalanceJ">;

const second = z.coerce.number().min(0).max(10_000_000).optional();

type Stretch = { readonly from?: number | undefined; readonly to?: number | undefined };
const isForward = ({ from, to }: Stretch) => (to ?? Number.POSITIVE_INFINITY) > (from ?? 0);
const FORWARD = { path: ["to"], message: "`to` must be after `from`." };

/** `from` and `to` are seconds since the start; absent means the whole activity. */
export const streamsStretch = z.object({ from: second, to: second }).refine(isForward, FORWARD);
export type StreamsStretch = z.infer<typeof streamsStretch>;

/** Beyond these nobody lives; they only keep nonsense out. */
const criticalPowerW = z.coerce.number().positive().max(2000).optional();
const wPrimeJ = z.coerce.number().positive().max(500_000).optional();

/** `cp` and `wPrime` are those that the page was drawn with: worked out once, not at each zoom. */
export const activityStreamsQuery = z
  .object({
    points: z.coerce.number().int().min(100).max(4000).default(1000),
    smooth: z.coerce.number().int().min(0).max(120).default(0),
    from: second,
    to: second,
    cp: criticalPowerW,
    wPrime: wPrimeJ,
  })
  .refine(isForward, FORWARD)
  .refine(({ cp, wPrime }) => (cp === undefined) === (wPrime === undefined), {
    path: ["wPrime"],
    message: "Give `cp` and `wPrime` together.",
  });
export type ActivityStreamsQuery = z.infer<typeof activityStreamsQuery>;

const line = z.object({
  timeS: z.array(z.number()),
  values: z.array(z.number().nullable()),
  /** Extremes of the whole activity, so that an axis keeps still while zooming. */
  min: z.number(),
  max: z.number(),
});

const averages = z.object({
  fromS: z.number(),
  toS: z.number(),
  timerS: z.number(),
  distanceM: z.number().nullable(),
  powerW: z.number().nullable(),
  heartRateBpm: z.number().nullable(),
  maxHeartRateBpm: z.number().nullable(),
  speedMps: z.number().nullable(),
  cadenceRpm: z.number().nullable(),
  altitudeChangeM: z.number().nullable(),
});

/** What the streams chart draws: thinned lines, and exact averages of the same stretch. */
export const activityStreamsBody = z.object({
  lengthS: z.number(),
  fromS: z.number(),
  toS: z.number(),
  smoothS: z.number(),
  lines: z.partialRecord(z.enum(STREAM_NAMES), line),
  pauses: z.array(z.object({ fromS: z.number(), toS: z.number() })),
  /** Where the athlete was, for the mark on the track; null without positions. */
  places: z
    .object({
      timeS: z.array(z.number()),
      latitudeDeg: z.array(z.number()),
      longitudeDeg: z.array(z.number()),
    })
    .nullable(),
  averages,
});
export type ActivityStreamsBody = z.infer<typeof activityStreamsBody>;
