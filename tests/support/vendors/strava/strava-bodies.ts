import type { PlayedActivity } from "./strava-account";

const instant = (epochS: number) => new Date(epochS * 1000).toISOString().replace(".000Z", "Z");

/** A line of the list. */
export function summaryOf(activity: PlayedActivity) {
  const { startS, utcOffsetS, isStartHidden = false } = activity;
  const midnightS = Math.floor((startS + utcOffsetS) / 86_400) * 86_400 + 1;
  return {
    resource_state: 2,
    id: activity.id,
    name: activity.name,
    distance: distanceOf(activity),
    moving_time: activity.elapsedS,
    elapsed_time: activity.elapsedS,
    total_elevation_gain: 12,
    type: activity.sportType,
    sport_type: activity.sportType,
    start_date: instant(isStartHidden ? midnightS - utcOffsetS : startS),
    start_date_local: instant(isStartHidden ? midnightS : startS + utcOffsetS),
    timezone: "(GMT+01:00) Europe/Zurich",
    utc_offset: utcOffsetS,
    trainer: false,
    manual: activity.isManual === true,
    private: false,
    kudos_count: 3,
  };
}

/** `GET /activities/{id}` */
export function detailOf(activity: PlayedActivity) {
  return {
    ...summaryOf(activity),
    resource_state: 3,
    device_name: activity.isManual ? null : "Played Computer 1",
    device_watts: activity.hasPowerMeter === true,
    ...(activity.hasPowerMeter && { average_watts: 180, max_watts: 420, kilojoules: 324 }),
    ...(activity.hasHeartRate && { average_heartrate: 142.5, max_heartrate: 171 }),
    average_speed: 5,
    calories: 310,
    laps: activity.isManual
      ? []
      : [
          {
            ...{ start_date: instant(activity.startS), elapsed_time: activity.elapsedS },
            ...{ moving_time: activity.elapsedS, distance: distanceOf(activity) },
          },
        ],
  };
}

/** `GET /activities/{id}/streams?key_by_type=true`: a sample every second. */
export function streamsOf(activity: PlayedActivity) {
  const count = activity.elapsedS + 1;
  const series = (value: (second: number) => unknown) => ({
    ...{ data: Array.from({ length: count }, (_, second) => value(second)) },
    ...{ series_type: "time", original_size: count, resolution: "high" },
  });
  return {
    time: series((second) => second),
    distance: series((second) => second * 5),
    velocity_smooth: series(() => 5),
    latlng: series((second) => [47.3 + second * 4.5e-5, 8.5]),
    altitude: series((second) => 400 + second / 100),
    moving: series(() => true),
    ...(activity.hasHeartRate && { heartrate: series((second) => 130 + (second % 25)) }),
    watts: series((second) => 170 + (second % 20)),
  };
}

function distanceOf({ elapsedS, isManual }: PlayedActivity): number {
  return isManual ? 10_000 : elapsedS * 5;
}
