import type { Route } from "next";
import { LinkButton } from "@/components/ui/link-button";

type Props = {
  path: string;
  /** Filters of this list, as in its address. */
  search: Readonly<Record<string, string | undefined>>;
  cursor: string | undefined;
  nextCursor: string | null;
};

/** To the page after this one, and back to the newest. */
export function PageLinks({ path, search, cursor, nextCursor }: Props) {
  if (cursor === undefined && nextCursor === null) return null;
  return (
    <nav aria-label="Pages" className="mt-4 flex flex-wrap gap-2 border-t border-line pt-4">
      {cursor === undefined ? null : <LinkButton href={addressOf(path, search)}>Newest</LinkButton>}
      {nextCursor === null ? null : (
        <LinkButton href={addressOf(path, { ...search, cursor: nextCursor })}>Older</LinkButton>
      )}
    </nav>
  );
}

function addressOf(path: string, search: Props["search"]): Route {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value) query.set(name, value);
  }
  return (query.size === 0 ? path : `${path}?${query}`) as Route;
}
