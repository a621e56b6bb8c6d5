import type { ReactNode } from "react";

type Props = {
  title: string;
  children: ReactNode;
  /** The ways on: try again, go back. */
  actions: ReactNode;
  /** What support needs to find the log line. */
  reference?: string | undefined;
};

/** A page that could not be shown: what happened, and the way back. */
export function Problem({ title, children, actions, reference }: Props) {
  return (
    <div className="mx-auto flex min-h-[60dvh] max-w-[34rem] flex-col items-start justify-center gap-3 px-4 py-12">
      <h1 className="text-2xl font-semibold tracking-[-0.02em]">{title}</h1>
      <div className="text-base text-muted">{children}</div>
      <div className="mt-3 flex flex-wrap gap-2">{actions}</div>
      {reference ? <p className="mt-4 text-xs text-faint">Reference {reference}</p> : null}
    </div>
  );
}
