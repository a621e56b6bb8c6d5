import { z } from "zod";
import { misunderstood } from "@/lib/integrations/http/vendor-failure";
import { SourceError, type SourceSession } from "@/lib/integrations/source-ports";
import type { PartnerClient } from "./partner-client";
import { trainingWorkout } from "./training-workout";

const id = z.union([z.string().min(1), z.number()]).transform(String);
const workoutAnswer = z.object({ workoutId: id, segments: z.array(z.unknown()).nullish() });
const scheduleAnswer = z.union([
  z.object({ scheduleId: id }).transform(({ scheduleId }) => scheduleId),
  id,
]);
const scheduled = z.object({ scheduleId: id, workoutId: id, date: z.string() });

type WithToken = <T>(work: (accessToken: string) => Promise<T>) => Promise<T>;

/** Workouts on the watch, by Garmin's Training API; the athlete has to allow WORKOUT_IMPORT. */
export function partnerWorkouts(
  client: PartnerClient,
  withToken: WithToken,
): Required<Pick<SourceSession, "uploadWorkout" | "scheduleWorkout">> {
  const ask = (...[path, more]: [string, Parameters<PartnerClient["ask"]>[2]?]) =>
    withToken((token) => client.ask(path, token, more));

  return {
    async uploadWorkout(workout, replaces) {
      const json = trainingWorkout(workout);
      if (replaces !== null) {
        const path = workoutPath(replaces);
        await ask(path, { method: "PUT", json: { ...json, workoutId: replaces } });
        return replaces;
      }
      // Made at one address and found at another: any else answers 500.
      const made = workoutAnswer.safeParse(
        await ask("/workoutportal/workout/v2", { method: "POST", json }),
      );
      if (!made.success) throw misunderstood(client.vendor);
      const { workoutId } = made.data;
      const kept = workoutAnswer.safeParse(await ask(workoutPath(workoutId)));
      if (!kept.success || kept.data.segments?.length !== json.segments.length) {
        throw misunderstood(client.vendor);
      }
      return workoutId;
    },

    async scheduleWorkout(workoutId, day) {
      const query = new URLSearchParams({ startDate: day, endDate: day });
      const answer = await ask(`/training-api/schedule?${query}`);
      const entries = z.array(scheduled.nullable().catch(null)).safeParse(answer ?? []);
      if (!entries.success) throw misunderstood(client.vendor);
      // A second entry would put the workout on the watch twice.
      const known = entries.data.find((one) => one?.workoutId === workoutId && one.date === day);
      if (known) return known.scheduleId;
      const json = { workoutId, date: day };
      const made = scheduleAnswer.safeParse(
        await ask("/training-api/schedule", { method: "POST", json }),
      );
      if (!made.success) throw misunderstood(client.vendor);
      return made.data;
    },
  };
}

/** What becomes part of a path is an id and nothing else. */
function workoutPath(workoutId: string): string {
  if (/^[\w-]{1,40}$/.test(workoutId)) return `/training-api/workout/v2/${workoutId}`;
  throw new SourceError("garmin_partner", "not_found", "Garmin has no workout under this id.");
}
