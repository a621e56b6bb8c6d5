import { expect, it } from "vitest";
import { calendarSource } from "@/lib/integrations/calendar/calendar-source";
import { garminConnectSource } from "@/lib/integrations/garmin/connect/garmin-connect-source";
import { garminPartnerSource } from "@/lib/integrations/garmin/partner/garmin-partner-source";
import { garminPersonalSource } from "@/lib/integrations/garmin/personal/garmin-personal-source";
import { SOURCE_CAPABILITIES } from "@/lib/integrations/source-ports";
import { stravaSource } from "@/lib/integrations/strava/strava-source";
import { PROVIDERS } from "@/lib/training/source/providers";
import { describeCapabilities, VENDOR_WORDS } from "./vendor-words";

const URL_OF_VENDOR = "https://vendor.example";
const URLS = {
  ...{ baseUrl: URL_OF_VENDOR, apiUrl: URL_OF_VENDOR },
  ...{ authUrl: URL_OF_VENDOR, consentUrl: URL_OF_VENDOR },
};
const CLIENT = { clientId: "id", clientSecret: "secret" };

/** As the cards say it of what each vendor's adapter declares. */
const SAID = {
  garmin_personal:
    "Brings activities, sleep, heart rate variability, resting heart rate, stress, Body Battery, breathing, blood oxygen, steps and weight.",
  garmin_connect:
    "Brings activities, sleep, heart rate variability, resting heart rate, stress, Body Battery, breathing, blood oxygen, steps, weight and training readiness. Takes workouts and their days to your watch.",
  garmin_partner:
    "Brings activities, sleep, heart rate variability, resting heart rate, stress, Body Battery, breathing, blood oxygen, steps and weight. Takes workouts and their days to your watch. The vendor says when there is something new.",
  strava: "Brings activities. The vendor says when there is something new.",
  calendar: "Brings busy times.",
};

it("says of each vendor what comes, what goes and how one hears of it", () => {
  const sources = [
    garminPersonalSource(URLS),
    garminConnectSource(URLS),
    garminPartnerSource({ ...URLS, ...CLIENT }),
    stravaSource({ ...URLS, ...CLIENT }),
    calendarSource({ allowsPrivate: false }),
  ];
  expect(sources.map(({ provider }) => provider).sort()).toEqual([...PROVIDERS].sort());
  for (const { provider, capabilities } of sources) {
    expect(describeCapabilities([...capabilities]), provider).toBe(SAID[provider]);
    expect(VENDOR_WORDS[provider].purpose).not.toBe("");
  }
});

it("has a word for every capability but those of which nothing is kept", () => {
  const silent = SOURCE_CAPABILITIES.filter((one) => describeCapabilities([one]) === "");
  expect(silent).toEqual(["activity_files", "training_status", "vo2max", "splits"]);
  expect(describeCapabilities([])).toBe("");
});
