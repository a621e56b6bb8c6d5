import { CircleCheck } from "lucide";
import type { Metadata } from "next";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { deadLetterPage, jobFunctionStates } from "@/db/queries/job-pages";
import { requireAdmin } from "@/lib/auth/current-admin";
import { describeMoment } from "@/lib/dates/describe-moment";
import { formatSpan } from "@/lib/dates/format-span";
import { type DEAD_LETTER_STATES, deadLettersQuery } from "@/lib/schemas/operations";
import { DeadLetterList } from "../_components/dead-letter-list";
import { functionName } from "../_components/function-name";
import { filterByFunction } from "../_components/list-filter";
import { OperationsList } from "../_components/operations-list";
import { readSearch, type Search } from "../_components/read-search";

export const metadata: Metadata = { title: "Work that gave up" };

const STATES = [
  { value: "open", label: "Waits for you" },
  { value: "retried", label: "Tried again" },
  { value: "discarded", label: "Put aside" },
] as const satisfies readonly {
  readonly value: (typeof DEAD_LETTER_STATES)[number];
  readonly label: string;
}[];

export default async function DeadLettersPage({ searchParams }: { searchParams: Search }) {
  const ctx = await requireAdmin();
  const query = await readSearch(deadLettersQuery, searchParams);
  const { cursor, limit, function: functionId, state } = query;
  const { page, functions } = await ctx.tx(async (tx) => ({
    page: await deadLetterPage(tx, {
      functionId: functionId ?? null,
      state,
      cursor: cursor ?? null,
      limit,
    }),
    functions: await jobFunctionStates(tx, ctx.now),
  }));
  const letters = page.items.map((letter) => ({
    runId: letter.runId,
    name: functionName(letter.functionId),
    reason: `${letter.error.name}: ${letter.error.message}`,
    inputHash: letter.inputHash,
    when: `${describeMoment(letter.diedAt, ctx.timeZone)}, ${formatSpan(letter.diedAt, ctx.now)} ago`,
    state: letter.state,
  }));
  return (
    <OperationsList
      section="dead-letters"
      title="Work that gave up"
      filters={[
        filterByFunction(functionId, functions),
        { name: "state", label: "State", value: state, options: STATES },
      ]}
      cursor={cursor}
      page={page}
      empty={
        <EmptyState
          icon={<Icon of={CircleCheck} />}
          title={state === "open" ? "Nothing gave up" : "None"}
        >
          Work that fails again and again ends here, with its cause, until somebody tries it again
          or puts it aside.
        </EmptyState>
      }
    >
      <DeadLetterList letters={letters} />
    </OperationsList>
  );
}
