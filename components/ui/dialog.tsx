"use client";

import { X } from "lucide";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { cn } from "@/lib/utils";
import { Icon } from "./icon";
import { IconButton } from "./icon-button";

type Props = {
  isOpen: boolean;
  /** Also called for Escape and for a click beside the dialog. */
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** Buttons, right-aligned; the main one last. */
  footer?: ReactNode;
  className?: string;
};

/** The platform's modal dialog: focus stays inside, Escape closes, focus returns. */
export function Dialog({ isOpen, onClose, title, children, footer, className }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (isOpen && !dialog?.open) dialog?.showModal();
    if (!isOpen && dialog?.open) dialog.close();
  }, [isOpen]);
  return (
    // Escape does the same from the keyboard; the click beside is a second way.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the dialog element closes on Escape by itself
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === ref.current) ref.current.close();
      }}
      className={cn(
        "m-auto w-[min(32rem,calc(100vw-2rem))] rounded-card border border-line bg-surface p-0 shadow-card",
        className,
      )}
    >
      <div className="flex flex-col gap-4 p-5">
        <div className="flex items-start justify-between gap-4">
          <h2 id={titleId} className="pt-1.5 text-lg font-semibold">
            {title}
          </h2>
          <IconButton label="Close" onClick={() => ref.current?.close()} className="-mt-1 -mr-2">
            <Icon of={X} />
          </IconButton>
        </div>
        <div>{children}</div>
        {footer ? <div className="flex flex-wrap justify-end gap-2">{footer}</div> : null}
      </div>
    </dialog>
  );
}
