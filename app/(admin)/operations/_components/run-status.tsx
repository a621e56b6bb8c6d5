import { Chip } from "@/components/ui/chip";
import type { JobRunStatus } from "@/db/queries/jobs";

const LOOKS = {
  queued: ["neutral", "Queued"],
  running: ["accent", "Running"],
  waiting: ["neutral", "Waiting"],
  completed: ["go", "Completed"],
  failed: ["rest", "Failed"],
  cancelled: ["neutral", "Cancelled"],
} as const satisfies Record<JobRunStatus, readonly [string, string]>;

export const RUN_WORDS = Object.fromEntries(
  Object.entries(LOOKS).map(([status, [, word]]) => [status, word]),
);

export function RunStatus({ status }: { status: JobRunStatus }) {
  const [tone, word] = LOOKS[status];
  return <Chip tone={tone}>{word}</Chip>;
}
