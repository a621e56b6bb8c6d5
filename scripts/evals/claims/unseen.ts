import type { Rewordings } from "./reworded";

/**
 * Written before the rules of reading were last mended, and looked at afterwards only for the
 * figures. Also of mornings and activities: `{hrv.last}` is a fact by its id, `{1d}` the weekday of
 * the second piece of evidence.
 */
export const UNSEEN_REWORDINGS: Rewordings = {
  "resting-hr-rising": [
    "Your heart has been working a little harder at rest: {0} across the last seven days, where {1} was your norm.",
    "Resting heart rate, seven-day mean: {0}. Month before: {1}.",
    "With {0} this week, resting heart rate stands {2} [above|below] the four weeks that came before.",
    "{2} [up|down] on the month before: that is what your resting heart rate shows, {0} against {1}.",
    "Your resting heart rate is {0} this week. It used to be {1}, so take the [rise|fall] seriously.",
  ],
  "week-load": [
    "Seven days, {0} of training load. Your normal week is {1}.",
    "All sessions together, the week brought a load of {0}; the four weeks before it averaged {1} each.",
    "Your [training load|HRV] for the week is {0}.",
  ],
  "week-resting-hr": [
    "Mornings started at {0} at rest this week, after {1} in the four weeks before.",
    "Resting heart rate this week: {0}. In the month before it was {1}.",
    "Your pulse at rest sat at {0}.",
  ],
  "week-sleep": [
    "Nights of {0} this week; {1} was what you had in the four weeks before.",
    "You slept {0} per night over the last seven days.",
    "Sleep: {0} a night this week, {1} a night in the month before.",
  ],
  "hrv-below-range": [
    "HRV has slipped [under|over] its range: {0} this week, when {2} is the lowest that counts as normal for you.",
    "A normal week for you sits between {2} and {3}. This one sits at {0}.",
    "Your seven-day HRV ({0}) is [lower|higher] than the bottom of your range ({2}).",
    "The middle of your HRV range is {1}; you are at {0} now.",
    "HRV this week: {0}, range {2}–{3}.",
  ],
  "sleep-short": [
    "Two weeks of {0} a night have left you {2} behind on sleep.",
    "Your body asks for {1} a night; it has been getting {0}.",
    "Sleep fell short by {2} in all over the last 14 nights.",
    "You need {1} of [sleep|training] and have had {0} on average.",
  ],
  "illness-pattern": [
    "For the last two nights your heart has been beating at {0} at rest; before that, {1} was normal.",
    "Resting heart rate has [jumped|dropped] from {1} to {0} within two nights.",
    "Something is [raising|lowering] your resting heart rate: {0} over the last two nights compared with {1}.",
  ],
  "weight-falling": [
    "Your scales read {0} a month ago and read {1} now, a loss of {2}.",
    "Weight: {1} this week, {0} four weeks ago.",
    "In four weeks you have [lost|gained] {2} of your weight.",
  ],
  "feeling-low": [
    "You have been giving your mornings {0}, [down|up] from {1}.",
    "Your check-ins say it plainly: {0} this week, and {1} in the four weeks before.",
    "How you feel has averaged {0} over seven days, well [under|over] your usual {1}.",
  ],
  "load-spike": [
    "Your load reached {0} in seven days, and {1} is what a week normally holds for you.",
    "This was {2} times a normal week: {0} of load instead of {1}.",
    "{0} of training load in one week is a jump from your usual {1}.",
    "The week's load came to {0}, {0%1} % [above|below] your usual {1}.",
  ],
  "same-every-day": [
    "Every day looked like the one before: monotony was {0} on a week of {1}.",
    "Your week held {1} of load, your usual is {2}, and monotony stood at {0}.",
  ],
  detraining: [
    "Fitness has come [down|up] by {0} since four weeks ago and is now {2}.",
    "From {1} to {2} in four weeks: your [fitness|sleep] is [shrinking|growing].",
    "You carry a fitness of {2} today. Four weeks ago you carried {1}.",
  ],
  overreaching: [
    "Form sits at {0} for the week. HRV has gone from {2} to {1} and resting heart rate from {4} to {3}.",
    "Three signals agree: form {0}, HRV {1} (was {2}), resting heart rate {3} (was {4}).",
    "HRV is [down|up] to {1}, while resting heart rate is [up|down] to {3}.",
    "A weekly form of {0} is deep, and your resting heart rate of {3} is {3-4} [above|below] the month before.",
  ],
  "fast-ramp": [
    "{0} points of [fitness|fatigue] in seven days is steep; you stand at {1}.",
    "Fitness is {1} this morning, and {0} of that came in the last week.",
    "Your fitness [climbed|sank] {0} in a week.",
  ],
  "nights-missing": [
    "Your nights have gaps: {0} out of the last seven brought no data.",
    "{0w} of seven nights are missing.",
  ],
  "hard-when-tired": [
    "{0w} times in the last two weeks you went hard on a morning that said rest or ease.",
    "In 14 days, {0} hard sessions were done against the morning's advice.",
  ],
  "hard-days-crowded": [
    "{0} of seven days were hard ones.",
    "You packed {0w} hard days into the last week.",
  ],
  "missed-key-sessions": [
    "You accepted {1} hard sessions in the last fortnight, and {0} of them never happened.",
    "Key sessions missed in two weeks: {0}.",
  ],
  "grey-zone": [
    "Moderate effort took {0} of your time in {noun} over four weeks; easy effort took {1}.",
    "Your {noun} of the last four weeks were {0} moderate and {1} easy.",
    "{1} easy is little: {0} of the time of your {noun} went into the middle.",
  ],
  "decoupling-trend": [
    "Heart rate drift in your steady {noun} has gone from {1} to {0}.",
    "Your decoupling in steady {noun} now averages {0}; in the eight weeks before, {1}.",
    "Late in long {noun} your heart rate drifts [more|less] than it did: {0} against {1}.",
  ],
  "stale-threshold": [
    "Your threshold was last set {0} ago.",
    "{1} sessions in six weeks, all judged by a threshold that is {0} old.",
  ],
  "efficiency-up": [
    "Each heartbeat now gives you {0} [more|less] than in the two months before.",
    "You have gained {0} in efficiency on easy {noun}.",
    "Across {1} easy {noun}, efficiency is [up|down] by {0}.",
  ],
  "time-zone-shift": [
    "You are {0s} away from your old clock, and your body needs around {1} to catch up.",
    "Allow {1} for your body to follow the {0s} shift.",
  ],
  "sources-disagree": [
    "Two of your sources told different stories on {0} of 14 nights.",
    "There were {0w} nights in the last two weeks on which your sources disagreed.",
  ],
  "ftp-too-low": [
    "You rode {1} for 20 minutes, good for an FTP of {2}; the one in your settings is {0}.",
    "Your FTP of {0} has been overtaken: your best 20 minutes point to {2}.",
    "Zones are set by {0}, though {2} would be closer to what you can do.",
    "On {1d} you held {1} for 20 minutes.",
  ],
  "personal-best": [
    "On {1d} you set a new best: {1s}, ahead of the old {2s}.",
    "{2s} was the mark to beat, and you did {1s}.",
    "You beat your old best of {2s} with {1s} over {0s}.",
  ],
  "race-form": [
    "{0} to go, and your form is {1}.",
    "Your race comes in {0}. Form stands at {1}.",
    "With form at {1}, you go into a race that is {0} away.",
  ],
  "fitness-high": [
    "Fitness has reached {0}, [above|below] the {1} that was your highest before.",
    "At {0} you are [fitter|less fit] than your earlier high of {1}.",
  ],
  "briefing-go": [
    "You are recovered: {recovery.score} of 100. HRV was {hrv.last} last night and you slept {sleep.last}.",
    "Good morning numbers: recovery {recovery.score}, HRV {hrv.last}, form {form.now}.",
    "With a recovery score of {recovery.score} and form at {form.now}, today is open for {workout.duration} of [running|cycling].",
    "Last night's HRV of {hrv.last} is [above|below] your usual {hrv.baseline}.",
    "Yesterday brought a load of {load.yesterday}; today asks for {workout.load}.",
    "You slept {sleep.last} [last night|the night before last], and resting heart rate was {resting-hr.last}.",
    "Resting heart rate came in at {resting-hr.last} last night, with a weekly mean of {resting-hr.mean-7}.",
    "Today's session lasts {workout.duration} and carries a load of {workout.load}.",
    "The last seven days add up to a load of {load.week}.",
  ],
  "briefing-ease": [
    "Recovery is low today at {recovery.score}, and the night was short: {sleep.last}.",
    "HRV [fell|rose] to {hrv.last} last night; {hrv.baseline} is usual for you.",
    "Last night's resting heart rate of {resting-hr.last} is [higher|lower] than your usual {resting-hr.baseline}.",
    "Form is {form.now}, so some of the recent work is still in your legs. {workout.duration} today is enough.",
    "A shorter day: {workout.duration} instead of the full session.",
    "You got {sleep.last} of sleep, against {sleep.mean-7} in an average night this week.",
    "HRV {hrv.last}, usual {hrv.baseline}. Sleep {sleep.last}. Form {form.now}.",
  ],
  "briefing-rest": [
    "Your body is asking for a break: recovery stands at {recovery.score} of 100.",
    "HRV is {hrv.last} after last night, well [under|over] the {hrv.baseline} that is usual.",
    "A form of {form.now} says that much work is waiting to be absorbed.",
    "Resting heart rate [rose|fell] to {resting-hr.last}; your weekly mean is {resting-hr.mean-7}.",
    "Only {sleep.last} of sleep and a form of {form.now}: take the day off.",
  ],
  "briefing-hard": [
    "Everything points to a good day: recovery {recovery.score}, form {form.now}, {sleep.last} of sleep.",
    "You are fresh, with form at {form.now}. Use it for {workout.duration} of threshold work.",
    "HRV reached {hrv.last} last night, [above|below] the usual {hrv.baseline}.",
    "Fitness is {fitness.now} and form {form.now}.",
  ],
  "debrief-hard-ride": [
    "This ride cost you: a load of {load.activity}, [more|less] than the {load.usual-cycling} of a usual ride.",
    "You rated it {effort.felt}, where {effort.expected} was expected.",
    "{plan.done} of {plan.steps} steps were completed, and {plan.in-range} of the time was on target.",
    "Heart rate drifted {decoupling.activity} over the [ride|run].",
    "Time split: {zones.easy} easy, {zones.moderate} moderate, {zones.hard} hard.",
    "{duration.activity} on the [bike|track] for a training load of {load.activity}.",
    "Tomorrow starts with a form of {form.next}.",
    "It felt [harder|easier] than expected: {effort.felt} against {effort.expected}.",
  ],
  "debrief-easy-run": [
    "An easy [run|ride] of {duration.activity}, with {zones.easy} of it easy.",
    "Load was {load.activity}; your usual run has {load.usual-running}.",
    "Each heartbeat carried you {efficiency.change} [further|less far] than usual.",
    "Decoupling stayed at {decoupling.activity}, so your endurance held.",
    "Effort felt: {effort.felt}; expected: {effort.expected}.",
    "Form will be {form.next} tomorrow morning.",
  ],
  "debrief-best-ride": [
    "You held {best.now} for {best.span}, [up|down] from {best.before}.",
    "A new best over {best.span}: {best.now}. The old one was {best.before}.",
    "Your previous best of {best.before} is gone: it is {best.now} now.",
    "With a load of {load.activity} in {duration.activity}, this was a big ride.",
  ],
  "debrief-swim": [
    "A [swim|run] of {duration.activity} for a load of {load.activity}.",
    "You were in the water for {duration.activity}.",
    "Tomorrow morning your form will be {form.next}.",
  ],
};
