import type { Provider } from "@/lib/training/source/providers";

/** Vendors that are signed in to with something that the athlete pastes. */
export type PastedProvider = "garmin_personal" | "garmin_connect" | "calendar";

export function isPasted(provider: Provider): provider is PastedProvider {
  return ["garmin_personal", "garmin_connect", "calendar"].includes(provider);
}

/** Leads on to the vendor's consent page. */
export function oauthPath(provider: Provider): string {
  return `/api/oauth/${provider}/start`;
}
