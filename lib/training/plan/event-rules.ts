/**
 * What keeps a day quiet because of what the athlete has told, or of what is not of training: injury, illness, race, break, journey, heat.
 * PLN-1, PLN-15, PLN-HEAT: nothing hard on such a day; as many easy days after an illness as it had days.
 * Reference: science.md 22; the days around a race are a convention.
 * Valid: any day. An illness that goes on is no matter of kind: it cancels.
 */
import { heatWords, isHot } from "./heat-limits";
import type { KindRule } from "./intent";

const DAYS_OF_RECOVERY_KIND = 3;
const EVE_DAYS = 2;

export const HEALTH_RULES: readonly KindRule[] = [
  {
    id: "injury",
    asks: "An injury lasts",
    saw: ({ events }) => (events.isInjured ? "You told of one." : "None is told."),
    answer: ({ events }) => {
      if (!events.isInjured) return null;
      const why = "You are injured: nothing hard, and only what does not hurt.";
      return { kind: "endurance", why };
    },
  },
  {
    id: "after-illness",
    asks: "You were ill, and had fewer easy days since than days of illness",
    saw: ({ events: { easyDaysLeft } }) => (easyDaysLeft === 0 ? "No." : `${easyDaysLeft} left.`),
    answer: ({ events: { easyDaysLeft } }) => {
      if (easyDaysLeft === 0) return null;
      const left = easyDaysLeft === 1 ? "today is the last" : `${easyDaysLeft} are left`;
      return { kind: "endurance", why: `As many easy days as you were ill: ${left}.` };
    },
  },
];

export const RACE_RULES: readonly KindRule[] = [
  {
    id: "race",
    asks: `A race is at most ${EVE_DAYS} days away`,
    saw: ({ season: { daysToRace } }) =>
      daysToRace === null ? "No race in twelve weeks." : `The next is in ${daysToRace} days.`,
    answer: ({ season: { daysToRace } }) => {
      if (daysToRace === 0) {
        return { kind: "openers", why: "Race day: this is the warm-up, the race is the session." };
      }
      if (daysToRace === 1) {
        return { kind: "openers", why: "The race is tomorrow: wake the legs, no more." };
      }
      if (daysToRace === null || daysToRace > EVE_DAYS) return null;
      return { kind: "recovery", why: `The race is in ${daysToRace} days: stay fresh.` };
    },
  },
  {
    id: "after-race",
    asks: "A race still asks for recovery",
    saw: ({ season: { daysSinceRace } }) =>
      daysSinceRace === null ? "None." : `${daysSinceRace} days since the race.`,
    answer: ({ season: { phase, daysSinceRace } }) => {
      if (phase !== "recovery" || daysSinceRace === null) return null;
      const kind = daysSinceRace <= DAYS_OF_RECOVERY_KIND ? "recovery" : "endurance";
      const ago = daysSinceRace === 1 ? "yesterday" : `${daysSinceRace} days ago`;
      return { kind, why: `You raced ${ago}: easy until it has sunk in.` };
    },
  },
];

export const BREAK_RULES: readonly KindRule[] = [
  {
    id: "break",
    asks: "The last week came after seven days off or more",
    saw: ({ daysOff }) => (daysOff === 0 ? "No." : `${daysOff} days off.`),
    answer: ({ daysOff }) =>
      daysOff === 0
        ? null
        : { kind: "endurance", why: `After ${daysOff} days off: easy, at three quarters.` },
  },
  {
    id: "journey",
    asks: "A journey begins today",
    saw: ({ events }) => (events.isTravelDay ? "Yes." : "None is told."),
    answer: ({ events }) =>
      events.isTravelDay ? { kind: "endurance", why: "You travel today: short and easy." } : null,
  },
  {
    id: "heat",
    asks: "It was 28 °C or more at your last session out of doors",
    saw: ({ heat }) =>
      heat ? `${Math.round(heat.temperatureC)} °C, ${heat.daysAgo} days ago.` : "Not known.",
    answer: (input, { sport }) =>
      input.heat && isHot(input, sport) ? { kind: "endurance", why: heatWords(input.heat) } : null,
  },
];
