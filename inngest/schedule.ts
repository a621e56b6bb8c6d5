/**
 * Everything that happens by the clock. A time that is missed while nothing runs is caught
 * up once, at the next start.
 */
export const schedule = {
  dispatchMornings: {
    cron: "TZ=UTC */5 * * * *",
    says: "Every five minutes: find the athletes whose morning has come where they are, and start it.",
  },
  dispatchSyncs: {
    cron: "TZ=UTC */15 * * * *",
    says: "Every quarter of an hour: have the connections synced whose time has come, each once a day or every six hours.",
  },
  dispatchInsights: {
    cron: "TZ=UTC 2-59/15 * * * *",
    says: "Every quarter of an hour: find the athletes for whom Monday, 02:00, has come, and have their week's insights written.",
  },
  dispatchWeeklyBatches: {
    cron: "TZ=UTC 8,23,38,53 * * * *",
    says: "Every quarter of an hour, where a language model may be asked: put the athletes for whom it is Monday, two o'clock, together in batches.",
  },
  endLeftBatches: {
    cron: "TZ=UTC 5,20,35,50 * * * *",
    says: "Every quarter of an hour, where a language model was switched off: call back and delete the questions that are still under way.",
  },
  watchModelSpending: {
    cron: "TZ=UTC 29 * * * *",
    says: "Every hour at :29, where a language model may be asked: hold what it costs today against the week before.",
  },
  warnExpiringKeys: {
    cron: "TZ=UTC 7 5 * * *",
    says: "At 05:07 UTC: tell athletes whose key at a vendor ends within a week, once.",
  },
  deleteExpiredSourceData: {
    cron: "TZ=UTC 53 * * * *",
    says: "Every hour at :53, and after a start: delete what a vendor's terms let be kept for some days only.",
  },
  watchFolder: {
    cron: "TZ=UTC */2 * * * *",
    says: "Every two minutes, where a folder is watched: import the files that are new in it.",
  },
  findMissingCurves: {
    cron: "TZ=UTC 41 2 * * *",
    says: "At 02:41 UTC, and after a start: have activities that were analysed before there were curves analysed again.",
  },
  findMissingWeather: {
    cron: "TZ=UTC 23 4 * * *",
    says: "At 04:23 UTC, and after a start, where a weather service is configured: ask it for the weather that is not known yet.",
  },
  rotateKeys: {
    cron: "TZ=UTC 47 4 * * 0",
    says: "On Sundays at 04:47 UTC, and after a start: put everything that is sealed under the current key of the ring, and replace athletes' keys that are older than a year.",
  },
  cleanUp: {
    cron: "TZ=UTC 17 3 * * *",
    says: "At 03:17 UTC: remove the history of finished jobs and ended sessions.",
  },
} as const;
