import dynamic from "next/dynamic";
import type { WordsView } from "./prepare-words";
import { VerifiedText } from "./verified-text";
import { WhatToDo } from "./what-to-do";

// Only where a model is set up, or has written: the others' scripts need not be fetched.
const AskForWords = dynamic(() => import("./ask-for-words").then((file) => file.AskForWords));
const InsightThumbs = dynamic(() => import("./insight-thumbs").then((file) => file.InsightThumbs));

type Props = {
  words: WordsView;
  /** What the words are about. */
  of: { readonly day: string } | { readonly activityId: string };
};

/** The words with their numbers to ask, what to do, who wrote it, and how it can be better. */
export function WordsBody({ words, of }: Props) {
  const { id, title, pieces, writtenBy, formula } = words;
  return (
    <>
      <div className="mt-2 text-sm">
        <VerifiedText pieces={pieces.title} className="font-medium" />
      </div>
      <div className="mt-1 mb-3 max-w-[68ch] text-sm">
        <VerifiedText pieces={pieces.text} />
      </div>
      <WhatToDo pieces={pieces.action} />
      <div className="mt-3 flex flex-wrap items-center justify-between gap-2">
        <p className="text-xs text-muted">
          {writtenBy === "rules"
            ? `Written by rules (${formula})`
            : "Written by a language model, every number checked"}
        </p>
        {id === null ? null : (
          <InsightThumbs insightId={id} title={title} current={words.feedback} />
        )}
        {words.canAsk ? <AskForWords of={of} /> : null}
      </div>
    </>
  );
}
