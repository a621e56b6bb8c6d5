import type { Route } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { Tabs } from "@/components/ui/tabs";

const SECTIONS = [
  { id: "profile", href: "/settings" as Route, label: "Profile" },
  { id: "thresholds", href: "/settings/thresholds" as Route, label: "Thresholds and zones" },
  { id: "context", href: "/settings/context" as Route, label: "What we know" },
  { id: "connections", href: "/settings/connections" as Route, label: "Connections" },
  { id: "assistant", href: "/settings/assistant" as Route, label: "Assistant" },
  { id: "security", href: "/settings/security" as Route, label: "Sign-in" },
  { id: "data", href: "/settings/data" as Route, label: "Your data" },
] as const;

export function SettingsHeader({ current }: { current: (typeof SECTIONS)[number]["id"] }) {
  return (
    <>
      <PageHeader title="Settings" />
      <Tabs
        label="Settings"
        className="mb-5"
        tabs={SECTIONS.map(({ id, href, label }) => ({ href, label, isCurrent: id === current }))}
      />
    </>
  );
}
