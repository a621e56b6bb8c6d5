"use client";

import { FolderOpen, Upload } from "lucide";
import { type ChangeEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { cn } from "@/lib/utils";
import { droppedFiles, withoutSystemFiles } from "./dropped-files";

type Props = { onFiles: (files: File[]) => void; isBusy: boolean };

/** Drop anywhere on the page, choose files or a folder, or paste: all the same. */
export function DropZone({ onFiles, isBusy }: Props) {
  const filesInput = useRef<HTMLInputElement>(null);
  const folderInput = useRef<HTMLInputElement>(null);
  const isOver = usePageDrop(onFiles, isBusy);

  function choose(event: ChangeEvent<HTMLInputElement>) {
    const chosen = withoutSystemFiles(event.target.files ?? []);
    // So that choosing the same file again is a change, too.
    event.target.value = "";
    onFiles(chosen);
  }

  return (
    <div
      className={cn(
        "flex flex-col items-center gap-3 rounded-card border-2 border-dashed border-line-strong bg-surface px-5 py-9 text-center transition-colors md:py-12",
        isOver && "border-accent bg-accent-soft",
      )}
    >
      <div className="flex size-12 items-center justify-center rounded-full bg-accent-soft text-accent">
        <Icon of={Upload} className="size-5" />
      </div>
      <div>
        <p className="text-lg font-semibold">
          <span className="max-md:hidden">
            {isOver ? "Let go to import" : "Drop files or a folder here"}
          </span>
          <span className="md:hidden">Add your files</span>
        </p>
        <p id="drop-hint" className="mt-1 max-w-[56ch] text-sm text-muted">
          A whole Garmin, Strava or Apple Health export, or activities as FIT, TCX or GPX, also .gz
          or inside a .zip. The newest are read first. 50 MB a file, 2 GB an export.
        </p>
      </div>
      <div className="flex flex-wrap justify-center gap-2">
        <Button
          variant="primary"
          aria-describedby="drop-hint"
          disabled={isBusy}
          onClick={() => filesInput.current?.click()}
        >
          <Icon of={Upload} />
          Choose files
        </Button>
        <Button disabled={isBusy} onClick={() => folderInput.current?.click()}>
          <Icon of={FolderOpen} />
          Choose a folder
        </Button>
      </div>
      <input ref={filesInput} type="file" multiple hidden data-testid="files" onChange={choose} />
      {/* The types do not know the attribute; every browser does. */}
      <input ref={folderInput} type="file" hidden onChange={choose} {...{ webkitdirectory: "" }} />
    </div>
  );
}

/** Takes drops and pastes of files on the whole page; tells whether files hover over it. */
function usePageDrop(onFiles: (files: File[]) => void, isBusy: boolean): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    function over(event: DragEvent) {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = isBusy ? "none" : "copy";
      setIsOver(!isBusy);
    }
    function leave(event: DragEvent) {
      if (event.relatedTarget === null) setIsOver(false);
    }
    async function take(event: Event, transfer: DataTransfer | null) {
      if (!transfer?.types.includes("Files")) return;
      event.preventDefault();
      setIsOver(false);
      if (!isBusy) onFiles(await droppedFiles(transfer));
    }
    const drop = (event: DragEvent) => void take(event, event.dataTransfer);
    const paste = (event: ClipboardEvent) => void take(event, event.clipboardData);
    document.addEventListener("dragover", over);
    document.addEventListener("dragleave", leave);
    document.addEventListener("drop", drop);
    document.addEventListener("paste", paste);
    return () => {
      document.removeEventListener("dragover", over);
      document.removeEventListener("dragleave", leave);
      document.removeEventListener("drop", drop);
      document.removeEventListener("paste", paste);
    };
  }, [onFiles, isBusy]);
  return isOver;
}
