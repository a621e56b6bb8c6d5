/**
 * Findings in other words, as a model may put them. `{0}` is the finding's first piece of evidence
 * as facts show it; `{0s}` as rules say it, `{0w}` in words, `{0~}` roughly, `{0-1}` a difference,
 * `{0%1}` a change in percent. `[right|wrong]` may be put wrongly; `{noun}` is rides or runs.
 */
export type Rewordings = Readonly<Record<string, readonly string[]>>;

/** What the reader of texts was made to understand. */
export const KNOWN_REWORDINGS: Rewordings = {
  "resting-hr-rising": [
    "In short: [resting heart rate|HRV] averaged {0} this week, {2} [above|below] the {1} of the four weeks before.",
    "Your [resting heart rate|sleep] has [climbed|dropped] from {1} to {0} over the past week.",
    "This week's average of {0} is {2} [higher|lower] than your usual {1}.",
    "Compared with the {1} of the month before, your resting pulse is [up|down] {2}, at {0} on average.",
  ],
  "week-load": ["Your [training load|fitness] this week came to {0}, against {1} in a usual week."],
  "week-resting-hr": [
    "At rest your heart beat {0} on average this week; the four weeks before it was {1}.",
  ],
  "week-sleep": [
    "You slept {0} a night on average this week. Over the four weeks before, it was {1}.",
    "You slept about {0~} a night this week.",
  ],
  "hrv-below-range": [
    "Your [HRV|resting heart rate] averaged {0} this week, [below|above] your normal range of {2}–{3}.",
    "At {0}, this week's HRV mean sits {0-2} [below|above] the low end of your range ({2}).",
    "HRV has been [lower|higher] for several mornings: {0} on average, where {2} to {3} is normal for you.",
    "This is no single bad night. Your mean of {0} has stayed [under|over] your own range, which runs from {2} to {3}.",
  ],
  "sleep-short": [
    "You averaged {0} of [sleep|training] over the last two weeks, short of the {1} that you need.",
    "Over 14 nights you have missed {2} of sleep in all.",
    "Your nights were about {0~} long in the last two weeks, while your need is {1}.",
    "Each night was {0-1} [shorter|longer] than the {1} you need: {0} on average.",
  ],
  "illness-pattern": [
    "Over the last two nights your resting heart rate was {0}, [up|down] from {1} before.",
    "Resting heart rate is [higher|lower] than usual: {0} in the last nights, against {1} in the weeks before.",
  ],
  "weight-falling": [
    "Your [weight|HRV] went from {0} to {1} in about four weeks.",
    "You weigh {2} [less|more] than a month ago: {1} now, {0} then.",
    "Weight is [down|up] by {0-1}, to {1} this week.",
  ],
  "feeling-low": [
    "Your check-ins averaged {0} this week, [lower|higher] than the {1} of the weeks before.",
    "You felt [worse|better] this week: {0} on average, against {1} before.",
  ],
  "load-spike": [
    "Your [load|fitness] of {0} this week is {2} times your usual week of {1}.",
    "This week's training load was {0}, [well above|well below] the {1} of a typical week.",
    "You trained {0%1} % [more|less] than usual this week: a load of {0} against {1}.",
    "A load of {0} is a lot for you: a usual week has {1}.",
  ],
  "same-every-day": [
    "[Monotony|Fitness] reached {0} this week, with a load of {1} in seven days.",
    "Your days were much alike: monotony {0}, load {1}, where a usual week has {2}.",
  ],
  detraining: [
    "Fitness has [dropped|risen] from {1} to {2} over the last four weeks.",
    "You have lost {0} of your [fitness|sleep] in four weeks: it was {1} and is {2} now.",
    "It is [down|up] {0} in a month, from {1} to {2}.",
    "Your fitness stands at {2}, {1-2} points [lower|higher] than the {1} of 28 days ago.",
  ],
  overreaching: [
    "Form averaged {0} this week, and HRV [fell|rose] to {1} from {2}.",
    "Your [form|fitness] has been {0} on average, HRV is [down|up] at {1} against {2}, and resting heart rate is [up|down] from {4} to {3}.",
    "Resting heart rate averaged {3} this week, {3-4} [higher|lower] than the {4} before.",
  ],
  "fast-ramp": [
    "Fitness [rose|fell] by {0} in one week and now stands at {1}.",
    "Your [fitness|form] is at {1} after [rising|falling] {0} points within seven days.",
    "It has grown by {0} in a week, to {1}. Tendons need longer than that.",
  ],
  "nights-missing": [
    "{0} of the last seven nights were not measured.",
    "For {0w} nights of this week there is neither HRV nor sleep.",
  ],
  "hard-when-tired": [
    "You did {0} hard sessions on mornings that asked for rest or ease in the last two weeks.",
    "{0w} hard sessions in two weeks fell on mornings whose answer was rest or ease.",
  ],
  "hard-days-crowded": [
    "You trained [hard|easy] on {0} of the last seven days.",
    "{0w} hard days in one week leave little room for recovery.",
  ],
  "missed-key-sessions": [
    "Of {1} hard sessions you accepted in the last two weeks, {0} did not happen.",
    "{0w} key sessions that you had said yes to were not done in the last 14 days.",
  ],
  "grey-zone": [
    "Over the last four weeks {0} of your time in {noun} was [moderate|hard], and {1} was [easy|hard].",
    "Only {1} of your {noun} was easy in the last 28 days; {0} was moderate.",
  ],
  "decoupling-trend": [
    "In your steady {noun} heart rate drifted by {0} on average over the last four weeks, [up|down] from {1} before.",
    "Decoupling averaged {0} in 28 days, [higher|lower] than the {1} of the eight weeks before.",
  ],
  "stale-threshold": [
    "It was set {0} ago, and you have done {1} sessions in the last six weeks.",
    "Your threshold is {0} old. In the last 42 days you have trained {1} times.",
  ],
  "efficiency-up": [
    "Over {1} easy {noun} in the last four weeks, you got {0} [more|less] out of every heartbeat.",
    "Your efficiency [improved|worsened] by {0} over the last four weeks.",
  ],
  "time-zone-shift": [
    "Your clock has moved by {0s}. Give your body about {1} to follow.",
    "You travelled across {0s} of time difference; it takes some {1} to adapt.",
  ],
  "sources-disagree": [
    "On {0} of the last 14 nights two sources were far apart.",
    "Your sources told different values on {0w} nights in two weeks.",
  ],
  "ftp-too-low": [
    "Your best 20 minutes were {1}, which stands for an [FTP|HRV] of {2}; you train by {0}.",
    "An FTP of {2} would fit your best effort of {1} better than the {0} in use.",
    "Your FTP is set to {0}, {2-0} [below|above] the {2} that your best effort stands for.",
  ],
  "personal-best": [
    "You set a new best of {1s} this week; your old one was {2s}.",
    "{1s} is your new best, ahead of the {2s} before.",
  ],
};

/** Written afterwards, without a look at how texts are read: a fifth of it was refused at first. */
export const LATER_REWORDINGS: Rewordings = {
  "resting-hr-rising": [
    "Over the last seven nights your resting heart rate sat at {0} on average. That is {2} [more|less] than the {1} you had in the weeks before.",
    "Good to know: your pulse at rest is {2} [above|below] where it was a month ago ({0} now, {1} then).",
    "Resting HR: {0} this week vs {1} before, so [up|down] {2}.",
    "We see a resting heart rate that is [elevated|lower] by {2}: the weekly mean is {0}, your baseline is {1}.",
    "{0} is your weekly average for [resting heart rate|HRV], and {1} was your normal until last week.",
  ],
  "week-load": [
    "You collected a load of {0} over the past seven days; a usual week has {1}.",
    "Training load: {0} this week. The mean of the four weeks before: {1}.",
  ],
  "week-resting-hr": [
    "Nothing unusual here: {0} on average at rest, and {1} in the four weeks before.",
    "Your resting heart rate averaged {0} over seven nights.",
  ],
  "week-sleep": [
    "On average you got {0} of [sleep|training] each night this week, and {1} in the four weeks before.",
    "Seven nights with a mean of {0}: that is your week of sleep.",
  ],
  "hrv-below-range": [
    "Heart rate variability is [below|above] normal: a weekly mean of {0} where your range begins at {2}.",
    "Your seven-night HRV is {0}. Normal for you would be between {2} and {3}.",
    "With a mean of {0}, HRV lies [below|above] the {2} to {3} that is normal for you.",
    "The low end of your HRV range is {2}; this week you averaged {0}.",
  ],
  "sleep-short": [
    "Sleep has been short: {0} a night over 14 nights, when you seem to need {1}.",
    "In two weeks the missing sleep has added up to {2}.",
    "You needed {1} a night and got {0}, so {2} are missing by now.",
    "A mean of {0} per night leaves you {0-1} [short of|over] the {1} that you need.",
  ],
  "illness-pattern": [
    "Two signs stand out. Resting heart rate was {0} in the last two nights, against {1} before.",
    "For two nights now your resting heart rate has averaged {0}, where {1} was usual.",
  ],
  "weight-falling": [
    "A month ago your mean weight was {0}, this week it is {1}.",
    "Your weight has [fallen|risen] by {2} in about four weeks, from {0} to {1}.",
    "Scales show {1} this week, [down|up] from {0}.",
  ],
  "feeling-low": [
    "You rated your mornings {0} on average this week; before, they were at {1}.",
    "How you feel has [dropped|improved]: {0} this week, {1} in the weeks before.",
  ],
  "load-spike": [
    "Seven days with a load of {0}: that is {2} times what you are used to.",
    "Your usual week has a load of {1}. This one had {0}.",
    "Load this week: {0}, which is {0-1} [more|less] than the {1} of a usual week.",
    "The past seven days brought a training load of {0}, compared with {1} in a normal week.",
  ],
  "same-every-day": [
    "With a monotony of {0}, hardly any day differed from the others.",
    "A load of {1} in a week is [more|less] than your usual {2}, and it was spread evenly: monotony {0}.",
  ],
  detraining: [
    "In four weeks your fitness went [down|up] by {0}: {1} then, {2} now.",
    "Your fitness was {1} four weeks ago. Today it is {2}.",
    "Fitness now: {2}. Fitness 28 days ago: {1}.",
  ],
  overreaching: [
    "Three things point the same way: form at {0} on average, HRV at {1} instead of {2}, and a resting heart rate of {3}.",
    "This week's form averaged {0}. Resting heart rate went [up|down] to {3} from {4}.",
  ],
  "fast-ramp": [
    "Within a week your fitness has [gained|lost] {0} points and reached {1}.",
    "A rise of {0} in seven days brought your [fitness|fatigue] to {1}.",
  ],
  "nights-missing": [
    "Of the last seven nights, {0} were not measured.",
    "Your watch missed {0w} nights this week.",
  ],
  "hard-when-tired": [
    "On {0w} mornings of the last two weeks you trained hard although the answer was rest or ease.",
    "{0} hard sessions in 14 days came on mornings that asked for less.",
  ],
  "hard-days-crowded": [
    "{0w} of your last seven days had a hard session.",
    "This week there were {0} hard days.",
  ],
  "missed-key-sessions": [
    "{0} of the {1} hard sessions that you accepted were not done.",
    "In two weeks you said yes to {1w} hard sessions.",
  ],
  "grey-zone": [
    "About half is plenty: {0} of the time in your {noun} was moderate, with {1} easy.",
    "Moderate time made up {0} of your last four weeks, easy time {1}.",
  ],
  "decoupling-trend": [
    "On long steady {noun} your heart rate now drifts {0}, where it used to be {1}.",
    "Drift in steady {noun}: {0} in the last four weeks, {1} in the eight weeks before.",
  ],
  "stale-threshold": [
    "That value is {0} old, and {1} sessions have come since the last six weeks began.",
    "It has been {0} since you set it.",
  ],
  "efficiency-up": [
    "Your easy {noun} have become {0} [more|less] efficient.",
    "Every heartbeat now carries you {0} further, judged by {1} easy {noun} in four weeks.",
  ],
  "time-zone-shift": [
    "The clock around you has shifted by {0s}; count on about {1} until you are there.",
    "After a change of {0s}, the body takes about {1}.",
  ],
  "sources-disagree": [
    "Two sources told different values on {0} nights of the last fortnight.",
    "In the last two weeks your sources were far apart on {0w} nights.",
  ],
  "ftp-too-low": [
    "You held {1} for 20 minutes. That points to an FTP of {2}, while you still train by {0}.",
    "{0} is the FTP in use, but your best 20 minutes of {1} suggest {2}.",
  ],
  "personal-best": [
    "New personal best: {1s}. Before it was {2s}.",
    "You improved your best from {2s} to {1s}.",
  ],
};

/** Held out until it was used up: 26 of its 88 texts were refused at first, and 13 falsehoods passed. */
export const FORMERLY_HELD_OUT_REWORDINGS: Rewordings = {
  "resting-hr-rising": [
    "This week has pushed your resting heart rate to {0}. Four weeks of {1} came before it.",
    "An average of {0} at rest is {2} [higher|lower] than what your body settled on before.",
    "Look at your resting pulse: {1} before, {0} now.",
  ],
  "week-sleep": ["Your sleep was steady: {0} a night, against {1} over the previous four weeks."],
  "hrv-below-range": [
    "Your HRV normally lies between {2} and {3}, and this week it came in at {0}.",
    "A seven-day HRV of {0} is out of your usual {2}–{3} range.",
    "HRV is still [low|high]: {0} on average this week.",
  ],
  "sleep-short": [
    "You have been sleeping {0} on average for two weeks. Your need looks more like {1}.",
    "Fourteen nights, {2} of sleep missed.",
    "Nights of {0} are too short for you: {1} would be enough.",
  ],
  "illness-pattern": ["Since two nights your pulse at rest is [up|down]: {0} instead of {1}."],
  "weight-falling": ["You are {2} [lighter|heavier] than a month ago, at {1} instead of {0}."],
  "feeling-low": ["Your own rating of the mornings slipped from {1} to {0}."],
  "load-spike": [
    "This was a big week: load {0}, when {1} is usual.",
    "You did {2} times your usual load, {0} in total.",
    "From {1} in a usual week to {0} in this one is a large step.",
  ],
  "same-every-day": ["Monotony came out at {0}, on a weekly load of {1}."],
  detraining: [
    "Four weeks ago you stood at a fitness of {1}; now you are at {2}.",
    "Fitness is {0} [lower|higher] than 28 days ago.",
  ],
  overreaching: [
    "Deep fatigue shows: form at {0} as a weekly mean, HRV {1} where {2} was normal, resting heart rate {3} where {4} was.",
  ],
  "fast-ramp": ["You have added {0} points of fitness in a week and are now at {1}."],
  "nights-missing": ["We have nothing for {0} of the last seven nights."],
  "hard-when-tired": [
    "Twice is a habit: {0} hard sessions in two weeks ignored the morning's answer.",
  ],
  "hard-days-crowded": ["There have been {0} days with hard training in the last seven."],
  "missed-key-sessions": ["{0} out of {1} hard sessions fell through in the last two weeks."],
  "grey-zone": [
    "A share of {0} in the moderate zone, and just {1} easy, over four weeks of {noun}.",
  ],
  "decoupling-trend": ["Your steady {noun} show {0} of drift now; the two months before had {1}."],
  "stale-threshold": ["{0} have passed since it was set, with {1} sessions in the last six weeks."],
  "efficiency-up": ["At the same heart rate you now get {0} [more|less] out of easy {noun}."],
  "time-zone-shift": ["With {0s} of difference, plan on roughly {1} until you have adapted."],
  "ftp-too-low": [
    "Going by your best 20 minutes ({1}), your FTP should be near {2}. Yours is still {0}.",
  ],
  "personal-best": ["A best of {1s}! The old one stood at {2s}."],
};
