/** Garmin answers that hold no daily value, recognised by what they contain. */
export type GarminRefusal = {
  readonly code: string;
  readonly reason: string;
  /** Keys of the object, or of the list's first element; all must be there. */
  readonly keys: readonly string[];
  readonly isList?: boolean;
};

const USE_THE_FILE = "Import the activity's FIT file instead.";

/** Tried in order: the more telling keys first. */
export const GARMIN_REFUSALS: readonly GarminRefusal[] = [
  {
    code: "garmin_error",
    reason: "This is an error answer from Garmin, not data. Download it again.",
    keys: ["message", "error"],
  },
  {
    code: "garmin_profile",
    reason: "This is your Garmin profile; it has no daily values.",
    keys: ["garminGUID", "displayName"],
  },
  {
    code: "garmin_profile",
    reason:
      "These are your Garmin settings; they have no daily values. Enter thresholds in Settings.",
    keys: ["userData", "userSleep"],
  },
  {
    code: "garmin_zones",
    reason: "These are your Garmin heart rate zones; they have no daily values.",
    keys: ["zone1Floor", "trainingMethod"],
    isList: true,
  },
  {
    code: "garmin_device",
    reason: "This describes your Garmin device; it has no daily values.",
    keys: ["applicationKey", "productDisplayName"],
  },
  {
    code: "garmin_totals",
    reason: "These are Garmin's lifetime totals; they have no daily values.",
    keys: ["userMetrics", "statisticsStartDate"],
  },
  {
    code: "garmin_activity_details",
    reason: `This is Garmin's thinned-out curve of an activity. ${USE_THE_FILE}`,
    keys: ["com.garmin.activity.details.json.ActivityDetails"],
  },
  {
    code: "garmin_activity_zones",
    reason: `These are the heart rate zones of one activity. ${USE_THE_FILE}`,
    keys: ["zoneNumber", "secsInZone"],
    isList: true,
  },
  {
    code: "garmin_activity_types",
    reason: "This is Garmin's list of activity types; it has no values.",
    keys: ["typeId", "typeKey", "parentTypeId"],
    isList: true,
  },
  {
    code: "garmin_personal_records",
    reason: "These are Garmin's personal records; they are worked out from your activities here.",
    keys: ["typeId", "value", "prStartTimeGmt"],
    isList: true,
  },
  {
    code: "garmin_body_battery_events",
    reason:
      "These are Body Battery events; the day's highest and lowest are in the daily summary or report.",
    keys: ["event", "bodyBatteryValuesArray"],
    isList: true,
  },
  {
    code: "garmin_activity_list",
    reason: `This is Garmin's list of activities, without their samples. ${USE_THE_FILE}`,
    keys: ["activityId", "activityType"],
    isList: true,
  },
  {
    code: "garmin_activity_summary",
    reason: `This is Garmin's summary of an activity, without its samples. ${USE_THE_FILE}`,
    keys: ["activityId", "activityName"],
  },
  {
    code: "garmin_events",
    reason: "These are movements that Garmin noticed during a day; they hold no daily value.",
    keys: ["startTimestampGMT", "activityType", "duration"],
    isList: true,
  },
  {
    code: "garmin_endurance_score",
    reason: "This is Garmin's endurance score, which is not used here.",
    keys: ["overallScore", "gaugeLowerLimit"],
  },
  {
    code: "garmin_hill_score",
    reason: "This is Garmin's hill score, which is not used here.",
    keys: ["overallScore", "strengthScore"],
  },
  {
    code: "garmin_race_predictions",
    reason: "These are Garmin's race predictions, which are not used here.",
    keys: ["time5K", "timeMarathon"],
  },
  ...["mostRecentVO2Max", "monthlyTrainingStatus", "weeklyTrainingStatus"].map((key) => ({
    code: "garmin_training_status",
    reason: "This is Garmin's training status; load and fitness are worked out here instead.",
    keys: [key],
  })),
  {
    code: "garmin_intensity_minutes",
    reason: "These are intensity minutes, which are not used here.",
    keys: ["weeklyModerate", "weeklyVigorous"],
  },
  {
    code: "garmin_intensity_minutes",
    reason: "These are intensity minutes, which are not used here.",
    keys: ["moderateValue", "vigorousValue"],
    isList: true,
  },
  {
    code: "garmin_hydration",
    reason: "This is what you drank, which is not used here.",
    keys: ["goalInML"],
  },
  {
    code: "garmin_hydration",
    reason: "This is what you drank, which is not used here.",
    keys: ["goalInML"],
    isList: true,
  },
  {
    code: "garmin_floors",
    reason: "These are climbed floors, which are not used here.",
    keys: ["floorValuesArray"],
  },
  {
    code: "garmin_steps_chart",
    reason:
      "These are steps by quarter of an hour. Import the daily summary or the steps by day instead.",
    keys: ["startGMT", "steps", "primaryActivityLevel"],
    isList: true,
  },
  {
    code: "garmin_weekly",
    reason: "These are weekly sums; import the values by day instead.",
    keys: ["calendarDate", "values"],
    isList: true,
  },
  {
    code: "garmin_weekly",
    reason:
      "These are weekly values, or a single day's that could be sleep score or stress. Import a range of days.",
    keys: ["calendarDate", "value"],
    isList: true,
  },
  {
    code: "garmin_upload_result",
    reason: "This is Garmin's answer to an upload, not data.",
    keys: ["detailedImportResult"],
  },
  {
    code: "garmin_reload_result",
    reason: "This is Garmin's answer to a request to reload a day, not data.",
    keys: ["ghReloadMetaData"],
  },
];
