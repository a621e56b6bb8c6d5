/** What each formula does, in a sentence; the id leads to its method page. */
const NOTES: Readonly<Record<string, string>> = {
  "SIG-1": "Recorded samples on one second each; seconds without a value stay without one.",
  "SIG-2": "Time in which the athlete was under way by the sport's own threshold of speed.",
  "SIG-5": "Altitude smoothed, then climbs and descents summed in steps of at least 0.4 m.",
  "AVG-1": "Plain mean of the recorded seconds while the timer ran.",
  "MAX-1": "Highest recorded second while the timer ran, after impossible values were taken out.",
  "WORK-1": "Power summed over time.",
  "NP-1":
    "Power averaged over 30 s, raised to the fourth power, averaged, and the fourth root taken: what the effort cost, where a plain mean hides surges.",
  "NP-2": "Follows from normalized power: against FTP, against average power, against heart rate.",
  "XP-1":
    "Power smoothed over 25 s as the body answers to it, raised to the fourth power, averaged, and the fourth root taken.",
  "DEC-1":
    "Output per heart beat of the second half against the first, in steady efforts only. Up to 5 % counts as coupled; below 0 the second half was the better one.",
  "DUR-2":
    "Mean power of the last hour divided by that of the first: 1.00 is as strong at the end.",
  HRR60: "The largest fall of heart rate within a minute, from near the activity's maximum.",
  "RUN-1":
    "Pace on the flat that would have cost as much energy by Minetti's measurements; rewards steep descents more than what runners do on them.",
  "RUN-5":
    "A rule of thumb from body weight and graded pace, in place of a power meter. It never counts as load or as a record.",
  "RUN-2":
    "Pace on the flat for the same effort, by how runners slow down uphill and speed up downhill.",
  "RUN-3": "Graded pace averaged as normalized power is, and set against threshold pace.",
  "RUN-3E":
    "Graded pace by energy cost, as you chose, averaged as normalized power is and set against threshold pace.",
  "SWIM-2": "Swimming speed against critical swim speed, cubed, as water resists.",
  "SWIM-3": "Strokes plus seconds of a length, averaged over the lengths that were swum.",
  "HR-1": "Minutes weighted by how much of the heart rate reserve they used.",
  "HR-2": "Weighted minutes of heart rate, as a share of one hour at threshold heart rate.",
  "HR-3": "How hard it felt, times how long it took; one hour at 8 of 10 is 100.",
  "HR-5": "A typical session of this sport and length, for want of anything measured.",
  "ZONE-1": "Seconds in each zone while the timer ran; a value at a boundary is in the zone above.",
};

/** "NP-1@1" → the sentence of NP-1; null for a formula that has none here. */
export function formulaNote(formula: string): string | null {
  return NOTES[formula.split("@")[0] ?? ""] ?? null;
}
