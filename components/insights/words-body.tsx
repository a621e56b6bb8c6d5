import dynamic from "next/dynamic";
import type { WordsView } from "./prepare-words";
import { VerifiedText } from "./verified-text";

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
  const { id, title, pieces, action, writtenBy, formula } = words;
  return (
    <>
      <p className="mt-2 text-sm font-medium">{title}</p>
      <div className="mt-1 max-w-[68ch] text-sm">
        <VerifiedText pieces={pieces} />
      </div>
      <p className="mt-3 max-w-[68ch] rounded-control bg-sunken px-3 py-2 text-sm">
        <b className="font-semibold">What to do: </b>
        {action}
      </p>
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
