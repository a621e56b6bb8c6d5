/**
 * Everything that happens by the clock. A time that is missed while nothing runs is caught
 * up once, at the next start.
 */
export const schedule = {
  dispatchMornings: {
    cron: "TZ=UTC */5 * * * *",
    says: "Every five minutes: find the athletes whose morning has come where they are, and start it.",
  },
  cleanUp: {
    cron: "TZ=UTC 17 3 * * *",
    says: "At 03:17 UTC: remove the history of finished jobs and ended sessions.",
  },
} as const;
