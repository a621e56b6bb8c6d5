import type { Route } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { Tabs } from "@/components/ui/tabs";

const SECTIONS = [
  { id: "overview", href: "/operations" as Route, label: "Overview" },
  { id: "runs", href: "/operations/runs" as Route, label: "Job runs" },
  { id: "dead-letters", href: "/operations/dead-letters" as Route, label: "Gave up" },
  { id: "webhooks", href: "/operations/webhooks" as Route, label: "Webhooks" },
] as const;

export type OperationsSection = (typeof SECTIONS)[number]["id"];

export function OperationsHeader({ current }: { current: OperationsSection }) {
  return (
    <>
      <PageHeader
        title="Operations"
        description="Background work and vendors of this server. No health data and no payload is shown here."
      />
      <Tabs
        label="Operations"
        className="mb-5"
        tabs={SECTIONS.map(({ id, href, label }) => ({ href, label, isCurrent: id === current }))}
      />
    </>
  );
}
