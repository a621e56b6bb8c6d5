import { cn } from "@/lib/utils";
import { Alert } from "./alert";

type Props = {
  /** What was done; nothing before anything was. */
  message: string | null;
  /** Why it was not done. */
  refusal: string | null | undefined;
  className?: string;
};

/** What came of the last thing that was asked for, heard by a screen reader when it comes. */
export function Outcome({ message, refusal, className }: Props) {
  return (
    <>
      <p role="status" className={cn("text-sm text-go empty:hidden", className)}>
        {message}
      </p>
      {refusal ? (
        <Alert tone="error" role="alert">
          {refusal}
        </Alert>
      ) : null}
    </>
  );
}
