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
