import type { Provider } from "./providers";

/** Hours between two syncs that nobody asks for; the morning and webhooks come beside. */
export const SYNC_EVERY_H: Readonly<Record<Provider, number>> = {
  garmin_personal: 24,
  garmin_connect: 24,
  garmin_partner: 24,
  strava: 6,
  calendar: 6,
};
