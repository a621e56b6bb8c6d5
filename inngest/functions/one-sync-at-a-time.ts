/** Of one athlete there is one sync at a time, whichever function does it. */
export const ONE_SYNC_AT_A_TIME = {
  limit: 1,
  scope: "env",
  key: '"sync:" + event.data.athleteId',
} as const;
