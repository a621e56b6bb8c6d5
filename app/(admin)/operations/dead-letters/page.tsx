import { CircleCheck } from "lucide";
import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { deadLetterPage, jobFunctionStates } from "@/db/queries/job-pages";
import { requireAdmin } from "@/lib/auth/current-admin";
import { describeMoment } from "@/lib/dates/describe-moment";
import { formatSpan } from "@/lib/dates/format-span";
import { DEAD_LETTER_STATES, deadLettersQuery } from "@/lib/schemas/operations";
import { DeadLetterList } from "../_components/dead-letter-list";
import { functionName } from "../_components/function-name";
import { ListFilters } from "../_components/list-filters";
import { OperationsHeader } from "../_components/operations-header";
import { PageLinks } from "../_components/page-links";
import { readSearch, type Search } from "../_components/read-search";

export const metadata: Metadata = { title: "Work that gave up" };

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
    <>
      <OperationsHeader current="dead-letters" />
      <ListFilters
        label="Work that gave up"
        filters={[
          {
            name: "function",
            label: "Function",
            value: functionId ?? "",
            options: [
              { value: "", label: "All functions" },
              ...functions.map(({ functionId: id }) => ({ value: id, label: functionName(id) })),
            ],
          },
          {
            name: "state",
            label: "State",
            value: state,
            options: DEAD_LETTER_STATES.map((value) => ({ value, label: value })),
          },
        ]}
      />
      <Card aria-labelledby="gave-up">
        <CardHeader id="gave-up" title="Work that gave up" />
        {letters.length === 0 ? (
          <EmptyState
            icon={<Icon of={CircleCheck} />}
            title={state === "open" ? "Nothing gave up" : "None"}
          >
            Work that fails again and again ends here, with its cause, until somebody tries it again
            or puts it aside.
          </EmptyState>
        ) : (
          <DeadLetterList letters={letters} />
        )}
        <PageLinks
          path="/operations/dead-letters"
          search={{ function: functionId, state }}
          cursor={cursor}
          nextCursor={page.nextCursor}
        />
      </Card>
    </>
  );
}
