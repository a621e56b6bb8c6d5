/** What a good model might write of a morning: many shapes, plain and awkward, all of them true. */

import { formatDay } from "@/lib/dates/format-day";
import { addDays, localDate } from "@/lib/dates/local-date";
import { day, metric, num, type Said, say, unit, way } from "./parts";
import type { Numbers } from "./scenarios";
import {
  clockHours,
  colonHours,
  fixed,
  inWords,
  longHours,
  minus,
  pace,
  signed,
  thousands,
  tightHours,
  whole,
} from "./write-values";

export function trueTexts(n: Numbers): Said[] {
  return [...nights(n), ...loads(n), ...forms(n), ...capacities(n), ...plans(n), ...awkward(n)];
}

const two = fixed(2);
const one = fixed(1);

function nights(n: Numbers): Said[] {
  const up = n.rhr > n.rhrMean;
  const hrvUp = n.hrv > n.hrvMean;
  const sleepUp = n.sleepMin > n.sleepMeanMin;
  const above = up ? way("above", "below") : way("below", "above");
  const higher = up ? way("higher", "lower") : way("lower", "higher");
  const rose = up ? way("rose", "fell") : way("fell", "rose");
  const hrvRose = hrvUp ? way("climbed", "dropped") : way("dropped", "climbed");
  const hrvHigher = hrvUp ? way("higher", "lower") : way("lower", "higher");
  const longer = sleepUp ? way("longer", "shorter") : way("shorter", "longer");
  const change = Math.abs(n.rhr - n.rhrMean);
  const rhr = metric("resting heart rate", "HRV", "fitness");
  const hrv = metric("HRV", "resting heart rate", "fatigue");
  const lastNight = day("last night", "yesterday", "on 3 October");
  return [
    say`Your ${rhr} was ${num(n.rhr, whole)} ${unit("bpm", "ms", "W")} ${lastNight}, ${num(change, whole)} bpm ${above} your 28-day mean of ${num(n.rhrMean, whole)}.`,
    say`${metric("Resting heart rate", "HRV")} ${rose} from ${num(n.rhrMean, whole)} to ${num(n.rhr, whole)} bpm.`,
    say`${num(n.rhr, whole)} beats per minute: your ${rhr} is ${higher} than the usual ${num(n.rhrMean, whole)}.`,
    say`At ${num(n.rhr, whole)} bpm, your ${metric("resting pulse", "load ratio")} sits ${num(change, inWords)} beats ${above} the mean of 28 nights.`,
    say`Your mean ${rhr} over the last ${num(28, whole)} days is ${num(n.rhrMean, whole)} bpm.`,
    say`${metric("HRV", "Monotony")} ${hrvRose} to ${num(n.hrv, whole)} ${unit("ms", "bpm")}, against a seven-night mean of ${num(n.hrvMean, whole)} ms.`,
    say`Last night's ${hrv} of ${num(n.hrv, whole)} ms is ${hrvHigher} than your 7-day mean of ${num(n.hrvMean, whole)} ms.`,
    say`Your normal range for ${metric("HRV", "sleep debt")} is ${num(n.hrvLow, whole)}–${num(n.hrvHigh, whole)} ms; last night it was ${num(n.hrv, whole)}.`,
    say`Between ${num(n.hrvLow, whole)} and ${num(n.hrvHigh, whole)} ms is normal for your ${metric("heart rate variability", "FTP")}.`,
    say`Your heart beat ${num(n.rhr, inWords)} times a minute at rest: that ${rhr} is ${higher} than your mean.`,
    say`You slept ${num(n.sleepMin, clockHours)} ${lastNight}.`,
    say`You ${metric("slept", "trained")} ${num(n.sleepMin, longHours)}, which is ${longer} than your weekly mean of ${num(n.sleepMeanMin, clockHours)}.`,
    say`${metric("Sleep", "Sleep debt")}: ${num(n.sleepMin, tightHours)} ${lastNight}, ${num(n.sleepMeanMin, tightHours)} on average over the last seven nights.`,
    say`With ${num(n.sleepMin / 60, one, 0.1)} hours of ${metric("sleep", "training time")} ${lastNight}, the body had its chance.`,
    say`Your ${metric("sleep debt", "training time")} is ${num(n.debtMin, clockHours)} over ${num(14, whole)} nights.`,
    say`Over the last two weeks you built a ${metric("sleep debt", "HRV")} of ${num(n.debtMin, clockHours)}.`,
    say`The ${metric("recovery score", "FTP")} is ${num(n.score, whole)} of 100 this morning.`,
    say`${metric("Recovery", "Fatigue")} stands at ${num(n.score, whole)}, with ${hrv} at ${num(n.hrv, whole)} ms and ${metric("resting heart rate", "sleep")} at ${num(n.rhr, whole)} bpm.`,
    say`You wake up with a ${metric("score", "form")} of ${num(n.score, inWords)}.`,
  ];
}

function loads(n: Numbers): Said[] {
  const grew = n.loadChangePct > 0;
  const rose = grew ? way("rose", "fell") : way("fell", "rose");
  const more = grew ? way("more", "less") : way("less", "more");
  const up = grew ? way("up", "down") : way("down", "up");
  const increased = grew ? way("increased", "decreased") : way("decreased", "increased");
  const percent = Math.abs(n.loadChangePct);
  const load = metric("training load", "fitness", "fatigue");
  return [
    say`Your ${load} ${rose} by ${num(percent, whole)} % to ${num(n.weekLoad, whole)} in the last seven days.`,
    say`${metric("Load", "Fitness")} is ${up} ${num(percent, whole)} ${unit("%", "bpm", "W")} on the week before.`,
    say`You carried ${num(n.weekLoad, thousands)} points of ${load} this week and ${num(n.lastWeekLoad, thousands)} the week before.`,
    say`${metric("Training load", "Monotony")}: ${num(n.weekLoad, whole)} in the last 7 days, ${num(percent, whole)} % ${more} than the week before.`,
    say`From ${num(n.lastWeekLoad, whole)} to ${num(n.weekLoad, whole)} points, your weekly ${metric("load", "HRV")} ${increased} within a week.`,
    say`Yesterday's ${metric("load", "form")} was ${num(n.yesterdayLoad, whole)}.`,
    say`The ${load} of ${num(n.yesterdayLoad, whole)} ${day("yesterday", "last night", "on 2 September")} still counts this morning.`,
    say`On ${day(formatDay(addDays(localDate(n.day), -1), "full"), formatDay(addDays(localDate(n.day), -4), "full"))} you collected ${num(n.yesterdayLoad, whole)} points of ${metric("load", "fatigue")}.`,
    say`Your ${metric("load ratio", "monotony", "HRV")} is ${num(n.ratio, two, 0.02)}.`,
    say`With a ${metric("load ratio", "monotony")} of ${num(n.ratio, two, 0.02)} and a ${metric("monotony", "load ratio")} of ${num(n.monotony, two, 0.02)}, mind the week.`,
    say`${metric("Monotony", "Load ratio")} stands at ${num(n.monotony, one, 0.1)} this week.`,
    say`You trained ${num(n.weekMin, clockHours)} in the last seven days.`,
    say`${num(n.weekKm, one, 0.1)} ${unit("km", "miles", "kg")} in the last seven days: a good ${metric("distance", "HRV")}.`,
    say`Your ${metric("distance", "training time")} this week was ${num(n.weekKm / 1.609344, one, 0.1)} ${unit("miles", "km")}.`,
    say`There were ${num(n.hard, inWords)} hard sessions in the last seven days.`,
    say`You did ${num(n.hard, whole)} ${metric("hard sessions", "easy sessions")} within a week.`,
    say`It has been ${num(n.sinceHard, inWords)} days since your last hard session.`,
    say`Your last hard session was ${num(n.sinceHard, whole)} ${unit("days", "weeks")} ago.`,
    say`${num(n.easyPct, whole)} % of the training time was easy.`,
    say`This week ${num(n.easyPct, inWords)} percent of your time was ${metric("easy", "hard")}.`,
  ];
}

function forms(n: Numbers): Said[] {
  const form = metric("form", "fitness", "fatigue");
  return [
    say`Your ${form} is ${num(n.form, signed)} this morning.`,
    say`${metric("Form", "Fatigue")} stands at ${num(n.form, minus)}.`,
    say`${metric("Fitness", "Fatigue")} ${num(n.fitness, whole)}, ${metric("fatigue", "fitness")} ${num(n.fatigue, whole)}, ${metric("form", "fitness")} ${num(n.form, signed)}.`,
    say`Your ${metric("fitness", "form")} of ${num(n.fitness, whole)} meets a ${metric("fatigue", "fitness")} of ${num(n.fatigue, whole)}.`,
    say`Fitness and fatigue are ${num(n.fitness, whole)} and ${num(n.fatigue, whole)}.`,
    say`${metric("Fatigue", "Fitness")} of ${num(n.fatigue, inWords)} tells of the week.`,
    say`With ${form} at ${num(n.form, signed)} and ${metric("sleep", "sleep debt")} at ${num(n.sleepMin, clockHours)}, the day is clear.`,
  ];
}

function capacities(n: Numbers): Said[] {
  const mile = n.paceS * 1.609344;
  return [
    say`Your ${metric("FTP", "fatigue")} is ${num(n.ftp, whole)} ${unit("W", "bpm", "kg")}.`,
    say`${metric("Threshold power", "HRV")} is set to ${num(n.ftp, whole)} watts.`,
    say`Your ${metric("threshold pace", "FTP")} is ${num(n.paceS, pace)} ${unit("/km", "/mi", "/100 m")}.`,
    say`${metric("Threshold pace", "HRV")}: ${num(mile, pace)} per mile.`,
    say`Your ${metric("weight", "HRV")} is ${num(n.weightKg, one, 0.1)} ${unit("kg", "lb")}.`,
    say`You weigh in at ${num(n.weightKg / 0.45359237, one, 0.1)} ${unit("lb", "kg")} of body ${metric("weight", "fatigue")}.`,
  ];
}

function plans(n: Numbers): Said[] {
  return [
    say`Today's ${metric("workout", "sleep")} lasts ${num(n.workoutMin, whole)} ${unit("minutes", "hours", "km")}.`,
    say`Run easily for ${num(n.workoutMin, whole)} min today.`,
    say`The ${metric("session", "HRV")} is ${num(n.workoutMin, colonHours)} long.`,
    say`The race is ${num(n.raceDays, whole)} days away.`,
    say`There are ${num(n.raceDays, inWords)} ${unit("days", "weeks")} to the race.`,
    say`Keep today easy: ${metric("form", "fitness")} is ${num(n.form, signed)}.`,
    say`If your resting heart rate is still higher tomorrow, take one more easy day. It was ${num(n.rhr, whole)} bpm ${day("last night", "yesterday")}.`,
  ];
}

function awkward(n: Numbers): Said[] {
  return [
    say`(HRV ${num(n.hrv, whole)} ms; resting HR ${num(n.rhr, whole)} bpm; slept ${num(n.sleepMin, clockHours)}.)`,
    say`${num(n.score, whole)}/100. That is your ${metric("recovery", "fatigue")}, no more and no less.`,
    say`HRV: ${num(n.hrv, whole)}ms. RHR: ${num(n.rhr, whole)}bpm.`,
    say`On ${day(n.day, "2025-01-31")} your ${metric("HRV", "fitness")} was ${num(n.hrv, whole)} ms.`,
    say`One of the reasons is ${metric("sleep", "sleep debt")}: ${num(n.sleepMin, clockHours)}, one is ${metric("form", "fitness")}: ${num(n.form, signed)}.`,
    say`It is not one number that decides, but ${metric("HRV", "fatigue")} (${num(n.hrv, whole)}) weighs most.`,
    say`Your VO2max is not known here, yet your ${metric("fitness", "fatigue")} is: ${num(n.fitness, whole)}.`,
  ].slice(0, 6);
}
