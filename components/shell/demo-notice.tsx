import { FlaskConical } from "lucide-react";
import { Chip } from "@/components/ui/chip";

/** Nobody may take the demo athlete's numbers for somebody's. */
export function DemoNotice({ className }: { className?: string }) {
  return (
    <p className={className}>
      <Chip tone="ease">
        <FlaskConical aria-hidden="true" />
        Demo data, made up
      </Chip>
    </p>
  );
}
