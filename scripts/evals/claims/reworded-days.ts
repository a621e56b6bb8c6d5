import type { Rewordings } from "./reworded";

/** Mornings and activities, and days by their names: what the reader of texts was made to understand. */
export const DAY_REWORDINGS: Rewordings = {
  "briefing-go": [
    "Your recovery score is {recovery.score}. HRV came to {hrv.last}, [above|below] your usual {hrv.baseline}.",
    "HRV was {hrv.last} and resting heart rate {resting-hr.last} last night.",
    "You start the day with a form of {form.now} and a recovery of {recovery.score}.",
    "Last night you slept {sleep.last}; your weekly mean is {sleep.mean-7}.",
    "{workout.duration} of easy work are planned for today, with a load of {workout.load}.",
    "Yesterday's load was {load.yesterday}.",
    "At {resting-hr.last} your resting heart rate is [lower|higher] than the usual {resting-hr.baseline}.",
    "Training load was {load.week} in the last seven days, [down|up] from {load.week-before} in the seven days before those.",
  ],
  "briefing-ease": [
    "Recovery is only {recovery.score} of 100 today. Resting heart rate is {resting-hr.last}, [above|below] your usual {resting-hr.baseline}.",
    "After a night of {sleep.last}, keep today to {workout.duration}.",
    "Your HRV of {hrv.last} is lower than usual ({hrv.baseline}).",
    "Form stands at {form.now} this morning.",
    "Today's workout takes {workout.duration} and has a load of {workout.load}.",
    "Yesterday you collected a load of {load.yesterday}, and this morning form is {form.now}.",
  ],
  "briefing-rest": [
    "With {recovery.score} of 100, recovery is [low|high] this morning.",
    "Resting heart rate was {resting-hr.last}, when {resting-hr.baseline} is usual for you; HRV was {hrv.last}, when {hrv.baseline} is usual.",
    "You slept {sleep.last}, and form is down at {form.now}.",
    "Yesterday was big, with a load of {load.yesterday}. Today is for rest.",
  ],
  "briefing-hard": [
    "Recovery {recovery.score}, form {form.now}: you can go hard for {workout.duration}.",
    "A night of {sleep.last} and an HRV of {hrv.last} make this a good day.",
    "Your form is {form.now}, with fitness at {fitness.now} and fatigue at {fatigue.now}.",
  ],
  "debrief-hard-ride": [
    "Your ride took {duration.activity} and brought a load of {load.activity}; usually it is {load.usual-cycling}.",
    "You finished {plan.done} of the {plan.steps} main steps, with {plan.in-range} of the time in the target.",
    "Of the time {zones.hard} was hard and {zones.easy} easy.",
    "Effort was {effort.felt}, where {effort.expected} was to be expected.",
    "Heart rate drifted by {decoupling.activity}.",
    "You start tomorrow with a form of {form.next}.",
    "A load of {load.activity} is [more|less] than your usual {load.usual-cycling}.",
  ],
  "debrief-easy-run": [
    "You ran {duration.activity} for a load of {load.activity}, close to your usual {load.usual-running}.",
    "{zones.easy} of the run was easy and {zones.moderate} moderate.",
    "You got {efficiency.change} [more|less] out of each heartbeat than usual.",
    "The effort felt like {effort.felt}; {effort.expected} was expected.",
    "With a drift of {decoupling.activity}, endurance was no limit.",
  ],
  "debrief-best-ride": [
    "{best.now} for {best.span} is your new best; before, it was {best.before}.",
    "You [improved|worsened] your best from {best.before} to {best.now}.",
    "{duration.activity} of riding, with a load of {load.activity}.",
  ],
  "debrief-swim": [
    "You swam for {duration.activity}, with a load of {load.activity}.",
    "Form on the next morning: {form.next}.",
  ],
  "personal-best": [
    "Your new best came on {1d}: {1s}.",
    "{1s} on {1d}, where your best was {2s} until then.",
  ],
  "ftp-too-low": ["You rode {1} on {1d}."],
  "race-form": [
    "Your race is in {0}, and form is at {1}.",
    "{0} before the race your form is {1}.",
  ],
  "fitness-high": [
    "Your fitness of {0} is [higher|lower] than your highest before, {1}.",
    "Fitness stands at {0}; the months before had {1} at most.",
  ],
  "resting-hr-rising": [
    "Seven nights in a row averaged {0}; until then {1} was typical.",
    "Your heart is beating faster at rest, {0} instead of {1}.",
    "Resting heart rate: {0} (usual: {1}).",
    "There is a gap of {2} between this week's {0} and your usual {1}.",
  ],
  "week-sleep": [
    "Sleep held at {0} a night; your month before stood at {1}.",
    "Your nights lasted {0} on average this week.",
  ],
  "week-load": [
    "In seven days you did {0} of load. Typical for you: {1}.",
    "Load for the week: {0}.",
  ],
  "hrv-below-range": [
    "For you, {2} to {3} is normal. HRV was at {0} this week.",
    "Your HRV is out of range: {0} as a weekly mean, with {2} as the lower limit.",
  ],
  "sleep-short": [
    "You are {2} behind on sleep after two weeks.",
    "Two weeks with {0} of sleep a night, though you do best on {1}.",
    "Sleep debt has reached {2} over 14 nights.",
  ],
  "illness-pattern": [
    "In the last two nights resting heart rate averaged {0}, clearly [above|below] the {1} of the weeks before.",
    "Your resting heart rate sits at {0} since two nights, up from {1}.",
  ],
  "feeling-low": ["You rate how you feel at {0} this week; in other weeks it was {1}."],
  "load-spike": [
    "That is a load of {0} for the week, {2} times what is usual.",
    "You went from a usual {1} to {0} in one week.",
    "With {0}, this week's load was {2} times the usual {1}.",
  ],
  detraining: [
    "Your fitness has [gone down|gone up] from {1} four weeks ago to {2} today.",
    "You had a fitness of {1} four weeks ago and have {2} now, {0} [less|more].",
  ],
  overreaching: [
    "HRV has [dropped|risen] to {1} against a usual {2}, and resting heart rate has [risen|dropped] to {3} against a usual {4}.",
    "Your form was {0} on average over seven days.",
  ],
  "fast-ramp": [
    "Your fitness is up {0} in seven days, to {1}.",
    "In a week fitness went up by {0}.",
  ],
  "hard-days-crowded": ["On {0} of the last seven days you trained hard."],
  "missed-key-sessions": ["You missed {0} of {1} hard sessions in 14 days."],
  "grey-zone": [
    "Half is too much: {0} moderate and {1} easy, for your {noun} of four weeks.",
    "In your {noun}, {0} of the time was spent at a moderate intensity.",
  ],
  "decoupling-trend": [
    "Decoupling in your steady {noun} is [up|down] to {0} from {1}.",
    "Your steady {noun} drift by {0} these four weeks; before that it was {1}.",
  ],
  "stale-threshold": ["You have been using the same threshold for {0}."],
  "efficiency-up": [
    "Your easy {noun} are {0} [more|less] efficient than in the two months before.",
  ],
  "time-zone-shift": ["Your body clock is {0s} off and needs {1}."],
};
