import { PROVIDERS } from "@/lib/training/source/providers";
import { typedWords } from "./typed-words";
import { z } from "./zod";

/** Days for which a key of Garmin's can be made. */
export const KEY_DAYS = [30, 90, 180, 365] as const;

export const providerParams = z.object({ provider: z.enum(PROVIDERS) });

export const connectionParams = z.object({ connectionId: z.uuid() });

export const connectWithKeyInput = z.object({
  key: z.string().trim().min(8, "Paste the whole key.").max(2_000, "That is no key."),
  validDays: z.union(
    KEY_DAYS.map((days) => z.literal(days)),
    { error: "Choose for how long the key was made." },
  ),
});

export const connectWithTokensInput = z.object({
  tokenJson: z.string().trim().min(2, "Paste the whole file.").max(50_000, "That is too long."),
});

export const connectCalendarInput = z.object({
  url: z.string().trim().min(8, "Paste the calendar's address.").max(2_000, "That is too long."),
  /** What the athlete calls it; null: as the calendar does. */
  label: typedWords().max(80, "At most 80 characters.").nullable(),
});

export const disconnectInput = connectionParams.extend({ data: z.enum(["keep", "delete"]) });

/** What a vendor's consent page leads back with. */
export const consentQuery = z.object({
  state: z.string().max(500).default(""),
  code: z.string().min(1).max(4_000).optional(),
  scope: z.string().max(2_000).optional(),
});
