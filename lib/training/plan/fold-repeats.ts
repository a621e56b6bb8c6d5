/**
 * A plan with its repetitions put together again, as watches show them: 4 × (8 min, 2 min).
 * Formula: from each step on, the block of one to four steps whose repetitions cover the most.
 * Reference: none, another way to write the same steps.
 * Valid: every plan; written out again it is what it was.
 */
import type { PlannedStep } from "./planned-workout";

const LONGEST_BLOCK = 4;

export type StepBlock = {
  readonly times: number;
  readonly steps: readonly PlannedStep[];
};

export function foldRepeats(steps: readonly PlannedStep[]): StepBlock[] {
  const names = steps.map(({ kind, length, target }) => JSON.stringify([kind, length, target]));
  const blocks: StepBlock[] = [];
  for (let at = 0; at < steps.length; ) {
    const { size, times } = bestBlock(names, at);
    blocks.push({ times, steps: steps.slice(at, at + size) });
    at += size * times;
  }
  return blocks;
}

function bestBlock(names: readonly string[], at: number): { size: number; times: number } {
  let best = { size: 1, times: 1 };
  for (let size = 1; size <= LONGEST_BLOCK; size += 1) {
    const times = repetitions(names, at, size);
    if (times > 1 && times * size > best.times * best.size) best = { size, times };
  }
  return best;
}

function repetitions(names: readonly string[], at: number, size: number): number {
  let times = 1;
  while (isRepeated(names, at, at + times * size, size)) times += 1;
  return times;
}

function isRepeated(names: readonly string[], first: number, next: number, size: number): boolean {
  if (next + size > names.length) return false;
  for (let i = 0; i < size; i += 1) if (names[first + i] !== names[next + i]) return false;
  return true;
}
