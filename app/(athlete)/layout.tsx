import type { ReactNode } from "react";
import { Shell } from "@/components/shell/shell";
import { SyncOnOpen } from "@/components/shell/sync-on-open";
import { WorkOffline } from "@/components/shell/work-offline";
import { SendKeptCheckIns } from "@/components/today/send-kept-check-ins";
import { signOut } from "@/lib/actions/sign-out";
import { requireAthlete } from "@/lib/auth/current-athlete";
import { getCurrentSession } from "@/lib/auth/current-session";
import { env } from "@/lib/env";

/** Every page behind the sign-in. The session is the one the page's own context comes from. */
export default async function AthleteLayout({ children }: { children: ReactNode }) {
  const { athleteId } = await requireAthlete();
  const session = await getCurrentSession();
  return (
    <Shell
      athlete={{
        displayName: session?.athlete?.displayName ?? "",
        isDemo: session?.isDemo ?? false,
        isAdmin: session?.role === "admin",
      }}
      signOut={signOut}
    >
      {children}
      {session?.isDemo ? null : <SyncOnOpen />}
      <SendKeptCheckIns athleteId={athleteId} />
      {env().isProduction ? <WorkOffline athleteId={athleteId} /> : null}
    </Shell>
  );
}
