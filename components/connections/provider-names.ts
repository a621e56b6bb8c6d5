import type { Provider } from "@/lib/training/source/providers";

/** As people know them; the unofficial way says that it is. */
export const PROVIDER_NAMES: Readonly<Record<Provider, string>> = {
  garmin_personal: "Garmin Connect",
  garmin_connect: "Garmin Connect (unofficial)",
  garmin_partner: "Garmin Health",
  strava: "Strava",
  calendar: "Calendar",
};
