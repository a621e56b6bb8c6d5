import type { GarminAccount } from "./garmin-account";
import type { AccountRoute } from "./garmin-day-routes";

export type ScheduledWorkout = {
  readonly id: number;
  readonly workoutId: number;
  readonly date: string;
};

export type WorkoutShelf = {
  readonly workouts: Map<number, Record<string, unknown>>;
  readonly schedule: ScheduledWorkout[];
};

const NOT_FOUND = { status: 404, json: { message: "HTTP 404 Not Found" } };

/** Workouts and the days that they are put on, for one server; numbers rise over all accounts. */
export function createWorkoutRoutes() {
  const shelves = new Map<GarminAccount, WorkoutShelf>();
  let made = 1_000_000;
  const shelfOf = (account: GarminAccount): WorkoutShelf => {
    const shelf = shelves.get(account) ?? { workouts: new Map(), schedule: [] };
    shelves.set(account, shelf);
    return shelf;
  };
  const store = (account: GarminAccount, id: number, body: string) => {
    const workout = { ...(JSON.parse(body) as object), workoutId: id };
    shelfOf(account).workouts.set(id, workout);
    return { json: workout };
  };

  const routes: AccountRoute[] = [
    {
      method: "POST",
      path: /^\/workout-service\/workout$/,
      isConnectOnly: true,
      answer: (account, { body }) => store(account, ++made, body),
    },
    {
      path: /^\/workout-service\/workout\/(?<id>\d+)$/,
      isConnectOnly: true,
      answer(account, { parts }) {
        const workout = shelfOf(account).workouts.get(Number(parts.id));
        return workout ? { json: workout } : NOT_FOUND;
      },
    },
    {
      method: "PUT",
      path: /^\/workout-service\/workout\/(?<id>\d+)$/,
      isConnectOnly: true,
      answer(account, { parts, body }) {
        if (!shelfOf(account).workouts.has(Number(parts.id))) return NOT_FOUND;
        store(account, Number(parts.id), body);
        return { status: 204 };
      },
    },
    {
      method: "DELETE",
      path: /^\/workout-service\/workout\/(?<id>\d+)$/,
      isConnectOnly: true,
      answer(account, { parts }) {
        shelfOf(account).workouts.delete(Number(parts.id));
        return { status: 204 };
      },
    },
    {
      method: "POST",
      path: /^\/workout-service\/schedule\/(?<id>\d+)$/,
      isConnectOnly: true,
      // Twice is two entries: Garmin does not look.
      answer(account, { parts, body }) {
        const { date } = JSON.parse(body) as { date: string };
        const entry = { id: ++made, workoutId: Number(parts.id), date };
        shelfOf(account).schedule.push(entry);
        return { json: { workoutScheduleId: entry.id, calendarDate: date } };
      },
    },
    {
      path: /^\/calendar-service\/year\/(?<year>\d+)\/month\/(?<month>\d+)$/,
      isConnectOnly: true,
      answer(account, { parts }) {
        // Months are counted from 0.
        const month = `${parts.year}-${String(Number(parts.month) + 1).padStart(2, "0")}`;
        const items = shelfOf(account).schedule.filter(({ date }) => date.startsWith(month));
        return {
          json: {
            month: Number(parts.month),
            year: Number(parts.year),
            calendarItems: [
              { id: 1, itemType: "activity", date: `${month}-02`, title: "Morning Run" },
              ...items.map((item) => ({ ...item, itemType: "workout", title: "Workout" })),
            ],
          },
        };
      },
    },
  ];
  return { routes, shelfOf };
}
