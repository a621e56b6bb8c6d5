const holder = globalThis as { formlineJobHeart?: number };

/** The job runner says that it goes round; called on each turn of its loop. */
export function beatJobHeart(): void {
  holder.formlineJobHeart = performance.now();
}

/** Milliseconds since the job runner of this process last went round; null when none ever did. */
export function jobHeartAgeMs(): number | null {
  const beat = holder.formlineJobHeart;
  return beat === undefined ? null : performance.now() - beat;
}
