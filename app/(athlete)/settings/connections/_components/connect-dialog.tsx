"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState, useTransition } from "react";
import { CONNECTION_NAMES } from "@/components/connections/connection-names";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ConnectFields } from "./connect-fields";
import { connectWith, type FieldErrors } from "./connect-with";
import type { PastedProvider } from "./ways-in";

type Props = { provider: PastedProvider; onClose: () => void; onConnected?: () => void };

/** Takes what the athlete pastes; it is tried at the vendor before anything is kept. */
export function ConnectDialog({ provider, onClose, onConnected }: Props) {
  const formId = useId();
  const router = useRouter();
  const [errors, setErrors] = useState<FieldErrors>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, start] = useTransition();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    start(async () => {
      const refused = await connectWith(provider, form);
      setErrors(refused?.fields ?? {});
      setProblem(refused?.message ?? null);
      if (refused !== null) return;
      onClose();
      onConnected?.();
      router.refresh();
    });
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Connect ${CONNECTION_NAMES[provider]}`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" disabled={isBusy}>
            {isBusy ? "Trying it…" : "Connect"}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-4">
        <ConnectFields provider={provider} formId={formId} errors={errors} />
        {problem ? (
          <Alert tone="error" role="alert">
            {problem}
          </Alert>
        ) : null}
      </form>
    </Dialog>
  );
}
