import { CONNECTION_NAMES } from "@/components/connections/connection-names";
import type { Provider } from "@/lib/training/source/providers";

/** Why the way back from a vendor's consent page did not connect; `why` is an error's code. */
export function describeRefusal(provider: Provider, why: string): string {
  const name = CONNECTION_NAMES[provider];
  switch (why) {
    case "unavailable":
      return `${name} does not answer at the moment. Try again in a few minutes.`;
    case "not_found":
      return `${name} is not set up on this server.`;
    default:
      return `${name} was not connected: you did not agree there, or it took longer than ten minutes. Try again.`;
  }
}
