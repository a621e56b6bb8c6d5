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
    case "conflict":
      return `${name} was not connected, because you did not agree there. Nothing was fetched.`;
    case "forbidden":
      return `${name} was not connected: the way back took longer than ten minutes, was used before, or began elsewhere. Begin again here.`;
    default:
      return `${name} was not connected. Try again.`;
  }
}
