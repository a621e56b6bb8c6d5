import { FlaskConical } from "lucide";
import { Chip } from "@/components/ui/chip";
import { Icon } from "@/components/ui/icon";

/** Nobody may take the demo athlete's numbers for somebody's. */
export function DemoNotice({ className }: { className?: string }) {
  return (
    <p className={className}>
      <Chip tone="ease">
        <Icon of={FlaskConical} />
        Demo data, made up
      </Chip>
    </p>
  );
}
