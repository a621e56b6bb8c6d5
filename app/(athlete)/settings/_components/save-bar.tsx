import { CircleCheck } from "lucide";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

type Props = { isSaving: boolean; message: string | null; error: string | null; label?: string };

/** The end of a form: its button, and what became of it, also for those who cannot see it. */
export function SaveBar({ isSaving, message, error, label = "Save" }: Props) {
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" disabled={isSaving}>
          {isSaving ? "Saving…" : label}
        </Button>
        <p role="status" className="flex items-center gap-1.5 text-sm text-go empty:hidden">
          {message ? (
            <>
              <Icon of={CircleCheck} className="size-4" />
              {message}
            </>
          ) : null}
        </p>
      </div>
      {error ? (
        <Alert tone="error" role="alert">
          {error}
        </Alert>
      ) : null}
    </div>
  );
}
