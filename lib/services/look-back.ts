/** How many days before its own the workout of a morning looks back. */

/** Training. */
export const WORKOUT_DAYS = 90;
/** Fitness that has grown for less than its own time constant says nothing of a ramp. */
export const KNOWN_LOAD_DAYS = 42;
/** A race or an illness that is over. */
export const EVENT_DAYS = 14;
