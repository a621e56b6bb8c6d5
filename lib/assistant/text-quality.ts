import { ASSISTANT_SETTINGS, type AssistantFeature } from "./settings";

const KINDS = { weekly: "Weekly insights", daily: "Daily texts", debrief: "Debriefs" } as const;

const NOTHING_WRITTEN = { texts: 0, heldShare: null, mended: 0, dropped: 0, escalated: 0 };

export type Thumbs = { readonly up: number; readonly down: number };

/** What one version of a prompt and a model have made of one kind of text; nothing of what was said. */
export type TextQuality = Thumbs & {
  readonly feature: AssistantFeature;
  readonly model: string;
  /** Hash of the prompt's version; null where the question is no longer known. */
  readonly promptHash: string | null;
  readonly texts: number;
  /** 0-1: of what was to be told, the part that held, repairs included; null without a text. */
  readonly heldShare: number | null;
  /** Texts that were sent back. */
  readonly mended: number;
  /** Texts of which something had to be left to the rules. */
  readonly dropped: number;
  /** Texts for which the better model was asked after this one. */
  readonly escalated: number;
};

type Version = Pick<TextQuality, "feature" | "model" | "promptHash">;

/** Both of each version; thumbs also of texts that are older than what was counted. */
export function withThumbs(
  texts: readonly Omit<TextQuality, keyof Thumbs>[],
  thumbs: readonly (Version & Thumbs)[],
): TextQuality[] {
  const isSame = (a: Version, b: Version) =>
    a.feature === b.feature && a.model === b.model && a.promptHash === b.promptHash;
  const older = thumbs.filter((thumb) => !texts.some((text) => isSame(text, thumb)));
  return [
    ...texts.map((text) => {
      const { up, down } = thumbs.find((thumb) => isSame(text, thumb)) ?? { up: 0, down: 0 };
      return { ...text, up, down };
    }),
    ...older.map((thumb) => ({ ...NOTHING_WRITTEN, ...thumb })),
  ];
}

/**
 * The share of a text that has to hold, or the better model is asked: more where the athlete's
 * thumbs say that what the usual one writes is of no use to them.
 */
export function escalateBelow(thumbs: Thumbs): number {
  const { belowShare, whenDisliked } = ASSISTANT_SETTINGS.escalation;
  return isDisliked(thumbs, whenDisliked) ? whenDisliked.belowShare : belowShare;
}

/** 0-1: texts for which a better model was asked; null without a text. */
export function escalatedShare(found: readonly TextQuality[]): number | null {
  const first = found.filter(({ model }) => model !== ASSISTANT_SETTINGS.escalation.model);
  const texts = sum(first, "texts");
  return texts === 0 ? null : sum(first, "escalated") / texts;
}

/** A sentence for each thing about the texts that somebody should look at. */
export function describeTextQuality(found: readonly TextQuality[]): string[] {
  const { leastTexts, leastHeldShare, mostEscalatedShare, ...thumbs } = ASSISTANT_SETTINGS.quality;
  const problems: string[] = [];
  for (const one of found) {
    const { heldShare, texts, up, down } = one;
    if (heldShare !== null && texts >= leastTexts && heldShare < leastHeldShare) {
      problems.push(`${nameOf(one)}: only ${percent(heldShare)} of what it writes is borne out.`);
    }
    if (isDisliked({ up, down }, thumbs)) {
      problems.push(`${nameOf(one)}: ${down} of ${up + down} thumbs are down.`);
    }
  }
  const share = escalatedShare(found);
  if (share !== null && share > mostEscalatedShare && sum(found, "texts") >= leastTexts) {
    problems.push(`The better model is asked for ${percent(share)} of the texts.`);
  }
  return problems;
}

function isDisliked(
  { up, down }: Thumbs,
  limits: { readonly leastThumbs: number; readonly mostDownShare: number },
): boolean {
  return up + down >= limits.leastThumbs && down / (up + down) > limits.mostDownShare;
}

/** "Weekly insights of claude-haiku-5-5 (prompt 1a2b3c4d)". */
function nameOf({ feature, model, promptHash }: TextQuality): string {
  const prompt = promptHash === null ? "" : ` (prompt ${promptHash.slice(0, 8)})`;
  return `${KINDS[feature]} of ${model}${prompt}`;
}

function sum(found: readonly TextQuality[], of: "texts" | "escalated"): number {
  return found.reduce((all, one) => all + one[of], 0);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
}
