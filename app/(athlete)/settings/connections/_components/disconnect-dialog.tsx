"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { CONNECTION_NAMES } from "@/components/connections/connection-names";
import { VENDOR_WORDS } from "@/components/connections/vendor-words";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { saveProblem } from "@/components/ui/save-problem";
import { disconnect } from "@/lib/actions/connections";
import type { ConnectionBody } from "@/lib/schemas/connection-progress";

const CHOICES = [
  {
    value: "keep",
    label: "Keep what it brought",
    hint: "Activities and days stay; your numbers do not change.",
  },
  {
    value: "delete",
    label: "Delete what it brought",
    hint: "What came from here alone goes for good, and your numbers are worked out anew. What you also have from files stays.",
  },
] as const;

/** Here the terms or the nature of the data leave nothing to choose. */
const WITHOUT_CHOICE: ReadonlySet<string> = new Set(["strava", "calendar"]);

type Props = {
  connection: ConnectionBody;
  onClose: () => void;
  /** Whether it is being left: until then, and when that failed, the card is kept up to date. */
  onLeaving: (isLeaving: boolean) => void;
};

/** Says what happens at the vendor, and asks what becomes of the data here. */
export function DisconnectDialog({ connection, onClose, onLeaving }: Props) {
  const { id, provider } = connection;
  const router = useRouter();
  const [data, setData] = useState<"keep" | "delete">("keep");
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, start] = useTransition();
  const hasChoice = !WITHOUT_CHOICE.has(provider);

  const chosen = hasChoice ? data : "delete";

  function leave() {
    onLeaving(true);
    start(async () => {
      const answer = await disconnect({ connectionId: id, data: chosen }).catch(() => undefined);
      const why = saveProblem(answer);
      setProblem(why);
      onLeaving(why === null);
      if (why !== null) return;
      onClose();
      router.refresh();
    });
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Disconnect ${CONNECTION_NAMES[provider]}?`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="danger" onClick={leave} disabled={isBusy}>
            {chosen === "delete" ? "Disconnect and delete" : "Disconnect"}
          </Button>
        </>
      }
    >
      <p className="text-sm">{VENDOR_WORDS[provider].whenDisconnected}</p>
      {hasChoice ? (
        <fieldset className="mt-4 flex flex-col gap-1">
          <legend className="mb-1 text-sm font-medium">The data here</legend>
          {CHOICES.map((choice) => (
            <label
              key={choice.value}
              className="flex min-h-11 cursor-pointer items-start gap-3 py-1.5"
            >
              <input
                type="radio"
                name="data"
                value={choice.value}
                checked={data === choice.value}
                onChange={() => setData(choice.value)}
                aria-describedby={`${id}-${choice.value}`}
                className="mt-1 size-4 shrink-0 accent-accent"
              />
              <span>
                <span className="block text-sm font-medium">{choice.label}</span>
                <span id={`${id}-${choice.value}`} className="block text-sm text-muted">
                  {choice.hint}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
      ) : null}
      {problem ? (
        <Alert tone="error" role="alert" className="mt-3">
          {problem}
        </Alert>
      ) : null}
    </Dialog>
  );
}
