import type { Route } from "next";
import { Tabs } from "@/components/ui/tabs";

const VIEWS = [
  { id: "performance", href: "/fitness" as Route, label: "Performance" },
  { id: "curves", href: "/fitness/curves" as Route, label: "Curves" },
  { id: "records", href: "/fitness/records" as Route, label: "Records" },
  { id: "totals", href: "/fitness/totals" as Route, label: "Totals" },
  { id: "strength", href: "/fitness/strength" as Route, label: "Strength" },
] as const;

/** The views of Fitness, on each of them. */
export function FitnessTabs({ current }: { current: (typeof VIEWS)[number]["id"] }) {
  return (
    <Tabs
      label="Fitness"
      className="mb-4 md:mb-5"
      tabs={VIEWS.map(({ id, href, label }) => ({ href, label, isCurrent: id === current }))}
    />
  );
}
