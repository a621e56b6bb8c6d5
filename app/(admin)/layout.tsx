import type { ReactNode } from "react";
import { Shell } from "@/components/shell/shell";
import { signOut } from "@/lib/actions/sign-out";
import { requireAdmin } from "@/lib/auth/current-admin";
import { getCurrentSession } from "@/lib/auth/current-session";

/** The pages of whoever looks after the server, in the frame that they know as an athlete. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  await requireAdmin();
  const session = await getCurrentSession();
  return (
    <Shell
      athlete={{
        displayName: session?.athlete?.displayName ?? session?.name ?? "",
        isDemo: session?.isDemo ?? false,
        isAdmin: true,
      }}
      signOut={signOut}
    >
      {children}
    </Shell>
  );
}
