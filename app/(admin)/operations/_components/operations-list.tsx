import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { type ListFilter, ListFilters } from "./list-filters";
import { OperationsHeader, type OperationsSection } from "./operations-header";
import { PageLinks } from "./page-links";

type Props = {
  section: Exclude<OperationsSection, "overview">;
  title: string;
  filters: readonly ListFilter[];
  cursor: string | undefined;
  page: { readonly items: readonly unknown[]; readonly nextCursor: string | null };
  /** Stands in the list's place when there is nothing in it. */
  empty: ReactNode;
  children: ReactNode;
};

/** What the three lists share: filters in the address, a card, older pages. */
export function OperationsList(props: Props) {
  const { section, title, filters, cursor, page, empty, children } = props;
  return (
    <>
      <OperationsHeader current={section} />
      <ListFilters label={title} filters={filters} />
      <Card aria-labelledby={section}>
        <CardHeader id={section} title={title} />
        {page.items.length === 0 ? empty : children}
        <PageLinks
          path={`/operations/${section}`}
          search={Object.fromEntries(filters.map(({ name, value }) => [name, value]))}
          cursor={cursor}
          nextCursor={page.nextCursor}
        />
      </Card>
    </>
  );
}
