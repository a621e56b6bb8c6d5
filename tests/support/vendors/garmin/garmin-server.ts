import {
  startVendorServer,
  type VendorAnswer,
  type VendorRoute,
  type VendorServer,
} from "../vendor-server";
import { createGarminAccount, type GarminAccount, type GarminAccountInput } from "./garmin-account";
import { ACTIVITY_ROUTES } from "./garmin-activity-routes";
import { type AccountRoute, DAY_ROUTES } from "./garmin-day-routes";
import { createGarminTokens } from "./garmin-tokens";
import { createWorkoutRoutes, type WorkoutShelf } from "./garmin-workout-routes";

export type GarminServer = VendorServer &
  Omit<ReturnType<typeof createGarminTokens>, "routes" | "holder"> & {
    /** Another invented athlete. */
    account(input?: GarminAccountInput): GarminAccount;
    /** What an athlete has of workouts there. */
    shelf(account: GarminAccount): WorkoutShelf;
    /** Answers so where the path matches, whoever asks, until the function that it gives is called. */
    replay(path: RegExp, answer: VendorAnswer): () => void;
  };

/**
 * Garmin's two protocols on this machine: the Personal API for keys and Connect for tokens.
 * The paths are the same, and a personal key is told 404 where only Connect has something.
 */
export async function startGarminServer(port?: number): Promise<GarminServer> {
  const accounts = new Map<string, GarminAccount>();
  const tokens = createGarminTokens((key) => accounts.get(key));
  const workouts = createWorkoutRoutes();

  const profile: AccountRoute = {
    path: /^\/userprofile-service\/socialProfile$/,
    isConnectOnly: true,
    answer: ({ displayName, profileId }) => ({
      json: { id: profileId, profileId, displayName, fullName: `Test ${displayName}` },
    }),
  };
  const guarded = [profile, ...DAY_ROUTES, ...ACTIVITY_ROUTES, ...workouts.routes].map(
    (route): VendorRoute => ({
      method: route.method ?? "GET",
      path: route.path,
      answer(request, parts) {
        const holder = tokens.holder(request);
        if (!holder) return { status: 401, json: { message: "HTTP 401 Unauthorized" } };
        if (route.isConnectOnly && holder.kind === "personal") {
          return { status: 404, json: { message: "HTTP 404 Not Found" } };
        }
        const { query } = request;
        const body = Buffer.from(request.body).toString();
        return route.answer(holder.account, { parts, query, body });
      },
    }),
  );
  // Looked through for each request: what is replayed later comes first.
  const routes = [...tokens.routes, ...guarded];
  const server = await startVendorServer(routes, port);
  return Object.assign(server, {
    ...tokens,
    account(input?: GarminAccountInput) {
      const account = createGarminAccount(accounts.size + 1, input);
      accounts.set(account.key, account);
      return account;
    },
    shelf: workouts.shelfOf,
    replay(path: RegExp, answer: VendorAnswer) {
      const route: VendorRoute = { method: "GET", path, answer: () => answer };
      routes.unshift(route);
      return () => void routes.splice(routes.indexOf(route), 1);
    },
  });
}
