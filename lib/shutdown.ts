const holder = globalThis as { formlineIsShuttingDown?: boolean };

/** Said once the process was told to end: it finishes what it has and wants nothing new. */
export function beginShutdown(): void {
  holder.formlineIsShuttingDown = true;
}

export function isShuttingDown(): boolean {
  return holder.formlineIsShuttingDown === true;
}
