import type { Metadata } from "next";
import { Logo } from "@/components/shell/logo";
import { OfflineCheckIn } from "./_components/offline-check-in";

export const metadata: Metadata = { title: "Offline" };

/** What the service worker shows in the place of any page while the server cannot be reached. */
export default function OfflinePage() {
  return (
    <div className="mx-auto w-full max-w-[480px] px-4 py-6">
      <header className="mb-6 flex items-center gap-[9px] text-lg font-semibold tracking-[-0.01em]">
        <Logo />
        Formline
      </header>
      <main>
        <h1 className="text-2xl font-semibold tracking-[-0.02em]">You are offline</h1>
        <OfflineCheckIn />
      </main>
    </div>
  );
}
