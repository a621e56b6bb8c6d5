const holder = globalThis as { formlineReleasesRenders?: true };

/**
 * Lets go of what finished pages held. React ends every server render by aborting a signal with
 * an error that nobody reads. V8 keeps the frames of an error, and the objects they ran on, until
 * its stack is read; here these reach the request and, through the queue of immediates, every
 * request before it: some 55 kB a page, for as long as pages keep coming. Reading the stack turns
 * the frames into text. Called once, at start-up.
 *
 * Source: react/react#37288, react/react#37289 (open); can go when React stops capturing them.
 */
export function releaseFinishedRenders(): void {
  if (holder.formlineReleasesRenders) return;
  holder.formlineReleasesRenders = true;
  const { abort } = AbortController.prototype;
  AbortController.prototype.abort = function abortAndRelease(...reason) {
    abort.apply(this, reason);
    // A bare abort() makes an error of its own; others may give any value as reason.
    const given: unknown = this.signal.reason;
    if (given instanceof Error) void given.stack;
  };
}
