/** Every method page: what it is called, where it is listed, what it explains. */
export const METHOD_GROUPS = [
  { key: "load", title: "How hard an activity was" },
  { key: "fitness", title: "What training adds up to" },
  { key: "capacity", title: "What you are capable of" },
  { key: "recovery", title: "How recovered you are" },
  { key: "recording", title: "From the recording to the number" },
] as const;

type Entry = {
  /** Name of the file in docs/methods, and of the page. */
  readonly slug: string;
  /** The file's own heading. */
  readonly title: string;
  readonly group: (typeof METHOD_GROUPS)[number]["key"];
  /** Ids, without version, of the formulas whose receipts lead here. */
  readonly formulas: readonly string[];
  /** Metrics of the registry whose reference vectors are run on the page. */
  readonly metrics: readonly string[];
};

const ENTRIES = [
  {
    slug: "choose-load",
    title: "Which load counts",
    group: "load",
    formulas: [],
    metrics: [],
  },
  {
    slug: "training-stress-score",
    title: "Training stress score",
    group: "load",
    formulas: ["NP-2"],
    metrics: ["training_stress_score"],
  },
  {
    slug: "normalized-power",
    title: "Normalized power",
    group: "load",
    formulas: ["NP-1"],
    metrics: ["normalized_power"],
  },
  {
    slug: "x-power",
    title: "xPower, relative intensity, BikeScore",
    group: "load",
    formulas: ["XP-1"],
    metrics: ["xpower"],
  },
  {
    slug: "aerobic-anaerobic-split",
    title: "Aerobic and anaerobic stress",
    group: "load",
    formulas: ["XP-2"],
    metrics: ["aerobic_anaerobic_split"],
  },
  {
    slug: "running-stress-score",
    title: "Running stress score (rTSS)",
    group: "load",
    formulas: ["RUN-3"],
    metrics: ["running_stress_score"],
  },
  {
    slug: "graded-pace-factor",
    title: "Graded pace",
    group: "load",
    formulas: ["RUN-2"],
    metrics: ["graded_pace_factor"],
  },
  {
    slug: "minetti-cost",
    title: "Energy cost of running on slopes",
    group: "load",
    formulas: ["RUN-1"],
    metrics: ["minetti_cost"],
  },
  {
    slug: "estimated-running-power",
    title: "Estimated running power",
    group: "load",
    formulas: ["RUN-5"],
    metrics: ["estimated_running_power"],
  },
  {
    slug: "swim-stress-score",
    title: "Swim stress score (sTSS)",
    group: "load",
    formulas: ["SWIM-2"],
    metrics: ["swim_stress_score"],
  },
  {
    slug: "hrss",
    title: "Heart rate stress score (HRSS)",
    group: "load",
    formulas: ["HR-2"],
    metrics: ["hrss"],
  },
  { slug: "trimp", title: "TRIMP", group: "load", formulas: ["HR-1"], metrics: ["trimp"] },
  {
    slug: "session-rpe-load",
    title: "Session RPE load",
    group: "load",
    formulas: ["HR-3"],
    metrics: ["session_rpe_load"],
  },
  {
    slug: "duration-load",
    title: "Load by duration",
    group: "load",
    formulas: ["HR-5"],
    metrics: ["duration_load"],
  },
  {
    slug: "fitness-fatigue-form",
    title: "Fitness, fatigue and form",
    group: "fitness",
    formulas: ["PMC-exp"],
    metrics: ["fitness_fatigue_form"],
  },
  {
    slug: "monotony-strain",
    title: "Monotony and strain",
    group: "fitness",
    formulas: ["FOSTER-1"],
    metrics: ["monotony_strain"],
  },
  {
    slug: "acute-chronic-workload-ratio",
    title: "Acute to chronic workload ratio",
    group: "fitness",
    formulas: ["ACWR-1"],
    metrics: ["acute_chronic_workload_ratio"],
  },
  {
    slug: "intensity-distribution",
    title: "Intensity distribution and polarisation index",
    group: "fitness",
    formulas: ["PI"],
    metrics: ["polarisation_index"],
  },
  {
    slug: "totals",
    title: "Totals by week, month and year",
    group: "fitness",
    formulas: ["TOT-1"],
    metrics: [],
  },
  {
    slug: "critical-power",
    title: "Critical power and W′",
    group: "capacity",
    formulas: ["CP-2", "CP-3"],
    metrics: ["critical_power"],
  },
  {
    slug: "w-prime-balance",
    title: "W′ balance",
    group: "capacity",
    formulas: ["WB-diff"],
    metrics: ["w_prime_balance"],
  },
  {
    slug: "mean-maximal-curve",
    title: "Best means (power, heart rate, pace)",
    group: "capacity",
    formulas: ["MMC-1"],
    metrics: ["mean_maximal_power"],
  },
  {
    slug: "best-efforts",
    title: "Best efforts by distance",
    group: "capacity",
    formulas: ["BEST-1"],
    metrics: [],
  },
  {
    slug: "durability",
    title: "Durability",
    group: "capacity",
    formulas: ["DUR-1", "DUR-2"],
    metrics: ["durability_index"],
  },
  {
    slug: "aerobic-decoupling",
    title: "Aerobic decoupling",
    group: "capacity",
    formulas: ["DEC-1"],
    metrics: ["aerobic_decoupling"],
  },
  {
    slug: "heart-rate-recovery",
    title: "Heart rate recovery",
    group: "capacity",
    formulas: ["HRR60"],
    metrics: ["heart_rate_recovery"],
  },
  {
    slug: "vo2max",
    title: "VO2max estimates",
    group: "capacity",
    formulas: ["VO2-1", "VO2-2", "VO2-3"],
    metrics: ["vo2max_from_heart_rates", "vo2max_from_power", "vo2max_from_run"],
  },
  {
    slug: "race-predictions",
    title: "VDOT and race predictions",
    group: "capacity",
    formulas: ["VDOT", "RIEGEL", "CAMERON", "RACE-1", "RACE-2"],
    metrics: ["vdot", "race_prediction_riegel", "race_prediction_cameron"],
  },
  {
    slug: "one-repetition-maximum",
    title: "One-repetition maximum",
    group: "capacity",
    formulas: ["1RM-1"],
    metrics: ["one_repetition_maximum"],
  },
  {
    slug: "recovery-score",
    title: "Recovery score",
    group: "recovery",
    formulas: ["REC-1"],
    metrics: ["recovery_score"],
  },
  {
    slug: "readiness-decision",
    title: "Readiness decision",
    group: "recovery",
    formulas: ["RDY-S11"],
    metrics: [],
  },
  {
    slug: "decision-counterfactual",
    title: "What would change the decision",
    group: "recovery",
    formulas: ["RDY-CF"],
    metrics: [],
  },
  {
    slug: "recommend-workout",
    title: "Recommended workout",
    group: "recovery",
    formulas: ["PLN-1W"],
    metrics: [],
  },
  {
    slug: "recovery-index",
    title: "Recovery index",
    group: "recovery",
    formulas: ["RI-1"],
    metrics: ["recovery_index"],
  },
  {
    slug: "heart-rate-variability",
    title: "Heart rate variability",
    group: "recovery",
    formulas: ["HRV-1"],
    metrics: ["heart_rate_variability"],
  },
  {
    slug: "hrv-normal-range",
    title: "HRV normal range",
    group: "recovery",
    formulas: ["HRV-3"],
    metrics: ["hrv_normal_range"],
  },
  {
    slug: "own-normal-range",
    title: "Your own normal range",
    group: "recovery",
    formulas: ["OWN-1"],
    metrics: [],
  },
  {
    slug: "sleep-score",
    title: "Sleep score",
    group: "recovery",
    formulas: ["SLP-OW"],
    metrics: ["sleep_score"],
  },
  {
    slug: "sleep-debt",
    title: "Sleep debt",
    group: "recovery",
    formulas: ["SLP-DEBT"],
    metrics: ["sleep_debt"],
  },
  {
    slug: "heat",
    title: "Heat",
    group: "recording",
    formulas: ["HEAT-1"],
    metrics: [],
  },
  {
    slug: "resampling",
    title: "Cleaning a recording",
    group: "recording",
    formulas: ["SIG-1", "SIG-2", "SIG-3", "SIG-4", "SIG-5"],
    metrics: [],
  },
  {
    slug: "averages",
    title: "Averages, maxima and work",
    group: "recording",
    formulas: ["AVG-1", "MAX-1", "WORK-1"],
    metrics: [],
  },
  {
    slug: "time-in-zone",
    title: "Zones and time in zone",
    group: "recording",
    formulas: ["ZONE-1"],
    metrics: ["time_in_zone"],
  },
  { slug: "swolf", title: "SWOLF", group: "recording", formulas: ["SWIM-3"], metrics: ["swolf"] },
] as const satisfies readonly Entry[];

export type MethodSlug = (typeof ENTRIES)[number]["slug"];
export type Method = Entry & { readonly slug: MethodSlug };

export const METHODS: readonly Method[] = ENTRIES;
