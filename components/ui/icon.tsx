import type { IconNode } from "lucide";

/** Each icon's shapes as markup, written once: a page has dozens, and they never change. */
const written = new WeakMap<IconNode, string>();

function markupOf(icon: IconNode): string {
  const known = written.get(icon);
  if (known !== undefined) return known;
  const markup = icon
    .map(([tag, attributes]) => {
      const list = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
      return `<${tag}${list.join("")}/>`;
    })
    .join("");
  written.set(icon, markup);
  return markup;
}

/** A Lucide icon beside words that say the same: hidden from assistive technology. */
export function Icon({ of, className }: { of: IconNode; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      width="24"
      height="24"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={className}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: shapes from the icon library, nobody's input
      dangerouslySetInnerHTML={{ __html: markupOf(of) }}
    />
  );
}
