import { infiniteQueryOptions } from "@tanstack/react-query";
import { type ImportOutcome, type ImportProgress, importProgressBody } from "@/lib/schemas/import";

const POLL_MS = 1200;

/**
 * The ledger of one batch, page by page, asked again while files are still waiting.
 * `status` null shows every outcome.
 */
export function importProgressOptions(batchId: string, status: ImportOutcome | null) {
  return infiniteQueryOptions({
    queryKey: ["import-progress", batchId, status] as const,
    queryFn: ({ pageParam, signal }) => fetchPage(batchId, status, pageParam, signal),
    initialPageParam: null as number | null,
    getNextPageParam: (page: ImportProgress) => page.nextCursor,
    refetchInterval: (query) => (isOver(query.state.data?.pages[0]) ? false : POLL_MS),
    staleTime: POLL_MS,
  });
}

function isOver(progress: ImportProgress | undefined): boolean {
  return progress?.status === "finished";
}

async function fetchPage(
  batchId: string,
  status: ImportOutcome | null,
  cursor: number | null,
  signal: AbortSignal,
): Promise<ImportProgress> {
  const query = new URLSearchParams();
  if (status !== null) query.set("status", status);
  if (cursor !== null) query.set("cursor", String(cursor));
  const response = await fetch(`/api/imports/${batchId}?${query}`, { signal });
  if (!response.ok) throw new Error(`The progress could not be read (${response.status}).`);
  return importProgressBody.parse(await response.json());
}
