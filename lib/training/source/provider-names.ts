import type { Provider } from "./providers";

/** What people call it. */
export const PROVIDER_NAMES: Readonly<Record<Provider, string>> = {
  garmin_personal: "Garmin",
  garmin_connect: "Garmin",
  garmin_partner: "Garmin",
  strava: "Strava",
  calendar: "The calendar",
};
