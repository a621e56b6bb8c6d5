import type { Provider } from "@/lib/training/source/providers";
import { SOURCE_TERMS } from "@/lib/training/source/terms";
import { cn } from "@/lib/utils";

/** Which terms bind the data of a vendor: those that the code goes by, in words. */
export function Terms({ provider, className }: { provider: Provider; className?: string }) {
  return <p className={cn("text-muted", className)}>{SOURCE_TERMS[provider].says.join(" ")}</p>;
}
