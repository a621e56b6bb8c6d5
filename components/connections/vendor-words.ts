import type { SourceCapability } from "@/lib/integrations/source-ports";
import type { Provider } from "@/lib/training/source/providers";

type VendorWords = {
  /** Why one would connect it. */
  readonly purpose: string;
  /** What happens there when it is disconnected here. */
  readonly whenDisconnected: string;
};

export const VENDOR_WORDS: Readonly<Record<Provider, VendorWords>> = {
  garmin_personal: {
    purpose: "Your nights, days and activities, with a key that you make at Garmin yourself.",
    whenDisconnected:
      "Formline forgets the key. At Garmin it stays valid until it ends or you delete it there.",
  },
  garmin_connect: {
    purpose: "What the key cannot do: readiness, and workouts for your watch.",
    whenDisconnected:
      "Formline forgets the tokens. At Garmin they end by themselves, or when you change your password there.",
  },
  garmin_partner: {
    purpose: "Your nights, days and activities, sent by Garmin as soon as your watch has synced.",
    whenDisconnected: "Formline gives its access up at Garmin, and Garmin sends nothing more.",
  },
  strava: {
    purpose: "Activities that are on Strava and nowhere else.",
    whenDisconnected:
      "Formline gives its access up at Strava. Everything that came from Strava is deleted here.",
  },
  calendar: {
    purpose: "When you are busy, so that workouts find their place.",
    whenDisconnected: "Formline forgets the address and your busy times.",
  },
};

/**
 * What is brought, in the order in which people look for it. Training status, VO2max and laps as
 * the watch sees them can be asked for, but nothing here keeps them.
 */
const BROUGHT: readonly (readonly [SourceCapability, string])[] = [
  ["activities", "activities"],
  ["sleep", "sleep"],
  ["hrv", "heart rate variability"],
  ["resting_hr", "resting heart rate"],
  ["stress", "stress"],
  ["body_battery", "Body Battery"],
  ["respiration", "breathing"],
  ["spo2", "blood oxygen"],
  ["steps", "steps"],
  ["weight", "weight"],
  ["training_readiness", "training readiness"],
  ["busy_times", "busy times"],
];

const SENT: readonly (readonly [SourceCapability, string])[] = [
  ["workout_upload", "workouts"],
  ["workout_scheduling", "their days"],
];

/** "Brings activities, sleep and stress. New data comes by itself." Empty when it can do nothing. */
export function describeCapabilities(capabilities: readonly string[]): string {
  const named = (words: typeof BROUGHT) =>
    words.filter(([capability]) => capabilities.includes(capability)).map(([, word]) => word);
  const [brought, sent] = [named(BROUGHT), named(SENT)];
  return [
    brought.length > 0 ? `Brings ${inWords(brought)}.` : "",
    sent.length > 0 ? `Takes ${inWords(sent)} to your watch.` : "",
    capabilities.includes("webhooks") ? "The vendor says when there is something new." : "",
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

function inWords(items: readonly string[]): string {
  return items.length < 2
    ? items.join("")
    : `${items.slice(0, -1).join(", ")} and ${items.at(-1) ?? ""}`;
}
