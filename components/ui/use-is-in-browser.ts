import { useSyncExternalStore } from "react";

const subscribe = () => () => undefined;

/** False on the server and while the page wakes up, true from then on. */
export function useIsInBrowser(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  );
}
