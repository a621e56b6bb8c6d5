/**
 * Of one athlete there is one sync at a time, whichever function does it. A morning's is not
 * among them: it comes in between their pieces (`inTurn`), for it must not wait for their end.
 */
export const ONE_SYNC_AT_A_TIME = {
  limit: 1,
  scope: "env",
  key: '"sync:" + event.data.athleteId',
} as const;
