import type { Metadata } from "next";
import { signOutEverywhere } from "@/lib/actions/sign-out";
import { requireAthlete } from "@/lib/auth/current-athlete";
import { getCurrentSession } from "@/lib/auth/current-session";
import { listSessions } from "@/lib/auth/list-sessions";
import { describeMoment } from "@/lib/dates/describe-moment";
import { SettingsHeader } from "../_components/settings-header";
import { describeBrowser } from "./_components/describe-browser";
import { PasswordForm } from "./_components/password-form";
import { SessionList } from "./_components/session-list";

export const metadata: Metadata = { title: "Sign-in settings" };

export default async function SecurityPage() {
  const ctx = await requireAthlete();
  const [session, sessions] = await Promise.all([getCurrentSession(), listSessions()]);
  const rows = sessions.map(({ sessionId, userAgent, lastSeenAt, addressPrefix, isCurrent }) => ({
    sessionId,
    browser: describeBrowser(userAgent),
    detail: [`Last used ${describeMoment(lastSeenAt, ctx.timeZone)}`, addressPrefix]
      .filter(Boolean)
      .join(" · "),
    isCurrent,
  }));
  return (
    <>
      <SettingsHeader current="security" />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <SessionList sessions={rows} signOutEverywhere={signOutEverywhere} />
        <PasswordForm email={session?.email ?? ""} />
      </div>
    </>
  );
}
