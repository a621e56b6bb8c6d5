/**
 * What keeps a day quiet because of the training before it: a full week, little training, form, ramp.
 * PLN-4, PLN-5: nothing hard on such a day, and none of a sport of which the week has enough.
 * Reference: science.md 22; the limits of form are a convention.
 * Valid: form and ramp where they are known.
 */
import { formText } from "./form-text";
import type { KindRule } from "./intent";
import { weekRoomS } from "./week-room";

const MIN_SESSIONS = 6;
const MAX_RAMP = 8;
const TIRED_TSB = -20;
const DEEP_TSB = -30;
/** Less is no session. */
const SHORTEST_S = 1200;
const NOUNS = { cycling: "riding", running: "running", swimming: "swimming" } as const;

/** Strength and mobility are left: they are no volume of that sport. */
export const FULL_WEEK: KindRule = {
  id: "full-week",
  asks: `Seven days take less than ${SHORTEST_S / 60} minutes more of the sport`,
  saw: (_, { volume }) => {
    const roomS = weekRoomS(volume);
    return Number.isFinite(roomS) ? `${Math.floor(roomS / 60)} minutes left.` : "Not counted.";
  },
  answer: (_, { sport, volume }) => {
    if (weekRoomS(volume) >= SHORTEST_S) return null;
    const why = `Enough ${NOUNS[sport]} for seven days: a tenth more than usual is the most.`;
    return { kind: "mobility", why };
  },
};

const formSaw: KindRule["saw"] = ({ tsb }) => (tsb === null ? "Not known." : `${formText(tsb)}.`);

export const FATIGUE_RULES: readonly KindRule[] = [
  {
    id: "deep-form",
    asks: `Form is below ${formText(DEEP_TSB)}`,
    saw: formSaw,
    answer: ({ tsb }) =>
      tsb !== null && tsb < DEEP_TSB
        ? {
            kind: "recovery",
            why: `Form is ${formText(tsb)}: the last weeks need to sink in first.`,
          }
        : null,
  },
  {
    id: "few-sessions",
    asks: `Fewer than ${MIN_SESSIONS} sessions of the sport in four weeks`,
    saw: (_, { volume }) => `${volume.sessions28}.`,
    answer: (_, { volume: { sessions28 } }) =>
      sessions28 < MIN_SESSIONS
        ? {
            kind: "endurance",
            why: `${sessions28} sessions in the last four weeks: regular easy ones come first.`,
          }
        : null,
  },
  {
    id: "tired-form",
    asks: `Form is below ${formText(TIRED_TSB)}`,
    saw: formSaw,
    answer: ({ tsb }) =>
      tsb !== null && tsb < TIRED_TSB
        ? { kind: "endurance", why: `Form is ${formText(tsb)}: easy volume until you are fresher.` }
        : null,
  },
  {
    id: "steep-ramp",
    asks: `Fitness in the sport rose by more than ${MAX_RAMP} in a week`,
    saw: (_, { volume: { ramp } }) => (ramp === null ? "Not known." : `By ${rampText(ramp)}.`),
    answer: (_, { volume: { ramp } }) =>
      ramp !== null && ramp > MAX_RAMP
        ? {
            kind: "endurance",
            why: `Fitness rose ${ramp.toFixed(1)} points this week: no harder and no longer for now.`,
          }
        : null,
  },
];

function rampText(ramp: number): string {
  return ramp.toFixed(1).replace("-", "−");
}
