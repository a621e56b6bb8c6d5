"use client";

import { useState } from "react";
import type { Picture } from "./picture";
import { saveFile } from "./save-file";

type ChartExportProps = {
  /** What is saved, for whoever hears the buttons alone. */
  readonly title: string;
  /** Without extension, and without a name of anybody. */
  readonly fileName: string;
  /** Null where the numbers have a link of their own. */
  readonly csv: (() => string) | null;
  readonly picture: () => Picture;
};

export const exportStyle =
  "inline-flex min-h-6 items-center text-muted hover:text-ink hover:underline max-md:min-h-11 max-md:px-1";

/** The chart to take along: its numbers and its image, both made in the browser. */
export function ChartExport({ title, fileName, csv, picture }: ChartExportProps) {
  const [problem, setProblem] = useState("");
  async function onPicture() {
    setProblem("");
    try {
      // Loaded by whoever wants an image.
      const { savePicture } = await import("./save-picture");
      await savePicture(picture(), `${fileName}.png`);
    } catch {
      setProblem("The image could not be made. Try again.");
    }
  }
  return (
    <>
      {csv === null ? null : (
        <button
          type="button"
          aria-label={`CSV of ${title}`}
          className={exportStyle}
          onClick={() =>
            saveFile(new Blob([csv()], { type: "text/csv;charset=utf-8" }), `${fileName}.csv`)
          }
        >
          CSV
        </button>
      )}
      <button
        type="button"
        aria-label={`PNG of ${title}`}
        className={exportStyle}
        onClick={() => void onPicture()}
      >
        PNG
      </button>
      <span role="status" className="text-rest empty:-ml-4">
        {problem}
      </span>
    </>
  );
}
