import type { Route } from "next";
import { Tabs } from "@/components/ui/tabs";

const VIEWS = [
  { id: "nights", href: "/recovery" as Route, label: "Nights" },
  { id: "track-record", href: "/recovery/track-record" as Route, label: "Track record" },
] as const;

/** The views of Recovery, on each of them. */
export function RecoveryTabs({ current }: { current: (typeof VIEWS)[number]["id"] }) {
  return (
    <Tabs
      label="Recovery"
      className="mb-4 md:mb-5"
      tabs={VIEWS.map(({ id, href, label }) => ({ href, label, isCurrent: id === current }))}
    />
  );
}
