type Listener = () => void;

// One set per process: Next loads modules once per bundle, and all of them must share it.
const holder = globalThis as { formlineJobWake?: Set<Listener> };
holder.formlineJobWake ??= new Set<Listener>();
const listeners = holder.formlineJobWake;

/** Says that an event was just written, so that nobody waits for the next poll. */
export function announceJobEvent(): void {
  for (const listener of listeners) listener();
}

/** Calls `listener` at each announcement; the returned function ends that. */
export function onJobEvent(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
