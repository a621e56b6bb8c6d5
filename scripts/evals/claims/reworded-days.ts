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
};
