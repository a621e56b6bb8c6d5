import type { Metadata } from "next";
import { requireAthlete } from "@/lib/auth/current-athlete";
import { showAiSettings } from "@/lib/services/show-ai-settings";
import { SettingsHeader } from "../_components/settings-header";
import { AssistantForm } from "./_components/assistant-form";
import { CallsCard } from "./_components/calls-card";
import { isEnded } from "./_components/describe-call";
import { UsageCard } from "./_components/usage-card";

export const metadata: Metadata = { title: "Assistant settings" };

export default async function AssistantPage() {
  const ctx = await requireAthlete();
  const shown = await showAiSettings(ctx);
  const { consentedAt, notesConsentedAt, budgetUsd } = shown;
  const settings = {
    isOn: consentedAt !== null,
    mayReadNotes: notesConsentedAt !== null,
    budgetUsd,
  };
  return (
    <>
      <SettingsHeader current="assistant" />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <AssistantForm
          settings={settings}
          isOffered={shown.isOffered}
          consentedAt={consentedAt}
          timeZone={ctx.timeZone}
        />
        <UsageCard
          usage={shown.usage}
          spentUsd={shown.spentUsd}
          budgetUsd={budgetUsd}
          isServerUsedUp={shown.isServerUsedUp}
          last={shown.isOffered ? (shown.calls.find(isEnded) ?? null) : null}
        />
        <CallsCard calls={shown.calls} timeZone={ctx.timeZone} className="lg:col-span-2" />
      </div>
    </>
  );
}
