import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { requireAthlete } from "@/lib/auth/current-athlete";
import { AppError } from "@/lib/errors";
import { isUuid } from "@/lib/ids";
import { showSentFacts } from "@/lib/services/show-sent-facts";
import { SettingsHeader } from "../../_components/settings-header";

type Props = { params: Promise<{ callId: string }> };

export const metadata: Metadata = { title: "What was sent" };

/** The exact facts object of one question to the model. */
export default async function SentPage({ params }: Props) {
  const ctx = await requireAthlete();
  const { callId } = await params;
  if (!isUuid(callId)) notFound();
  const sent = await showSentFacts(ctx, callId).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  });
  return (
    <>
      <SettingsHeader current="assistant" />
      <Card aria-labelledby="sent">
        <CardHeader id="sent" title="What was sent" />
        <p className="text-sm text-muted">
          This, and the same instructions as for everybody, is all that the model was given.{" "}
          <Link
            href={"/settings/assistant" as Route}
            className="text-accent underline underline-offset-4"
          >
            Back
          </Link>
        </p>
        <pre className="mt-3 rounded-control bg-sunken p-3 text-sm break-words whitespace-pre-wrap">
          <code>{laidOut(sent)}</code>
        </pre>
      </Card>
    </>
  );
}

/** The same, a fact on a line; a line break within a string is written as one, and not touched. */
function laidOut(sent: string): string {
  return JSON.stringify(JSON.parse(sent), null, 2).replaceAll(
    /\[\n([^[\]{}]*?)\n *\]/g,
    (_, row: string) => `[${row.trim().replaceAll(/,\n */g, ", ")}]`,
  );
}
