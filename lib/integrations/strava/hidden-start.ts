/** What Strava tells in place of a start that the athlete hides: a second after midnight. */
export const HIDDEN_START = "T00:00:01Z";
