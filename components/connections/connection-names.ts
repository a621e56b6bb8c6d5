import type { Provider } from "@/lib/training/source/providers";

/** As they stand on a card, told apart; the unofficial way says that it is. */
export const CONNECTION_NAMES: Readonly<Record<Provider, string>> = {
  garmin_personal: "Garmin, with your own key",
  garmin_connect: "Garmin, unofficial",
  garmin_partner: "Garmin Health",
  strava: "Strava",
  calendar: "Calendar",
};
