import { SearchX, Upload } from "lucide";
import type { Metadata, Route } from "next";
import { ActivityFilters } from "@/components/activities/activity-filters";
import { ActivityList } from "@/components/activities/activity-list";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { activityList } from "@/db/queries/activity-list";
import { findProfile } from "@/db/queries/find-profile";
import { requireAthlete } from "@/lib/auth/current-athlete";
import { localDayAt } from "@/lib/dates/zoned-time";
import { QueryProvider } from "@/lib/queries/query-provider";
import { ACTIVITIES_PER_PAGE } from "@/lib/schemas/activity";
import {
  activityFiltersFromSearch,
  type SearchParams,
} from "@/lib/schemas/activity-filters-from-search";

export const metadata: Metadata = { title: "Activities" };

export default async function ActivitiesPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const ctx = await requireAthlete();
  const filters = activityFiltersFromSearch(await searchParams);
  const { page, profile } = await ctx.tx(async (tx) => {
    const profile = await findProfile(tx);
    const { firstWeekday } = profile;
    const request = { filters, cursor: null, limit: ACTIVITIES_PER_PAGE, firstWeekday };
    return { profile, page: await activityList(tx, request) };
  });
  const isFiltered = Object.keys(filters).length > 0;
  const isEmpty = page.items.length === 0;
  return (
    <>
      <PageHeader
        title="Activities"
        actions={
          <LinkButton href={"/import" as Route}>
            <Icon of={Upload} />
            Import
          </LinkButton>
        }
      />
      {isEmpty && !isFiltered ? null : <ActivityFilters filters={filters} />}
      {isEmpty ? (
        <NothingHere isFiltered={isFiltered} />
      ) : (
        <QueryProvider>
          <ActivityList
            firstPage={page}
            filters={filters}
            today={localDayAt(ctx.now, ctx.timeZone)}
            firstWeekday={profile.firstWeekday}
            units={profile.units}
          />
        </QueryProvider>
      )}
    </>
  );
}

function NothingHere({ isFiltered }: { isFiltered: boolean }) {
  if (isFiltered) {
    return (
      <Card>
        <EmptyState
          icon={<Icon of={SearchX} />}
          title="No activity fits these filters"
          action={<LinkButton href={"/activities" as Route}>Show all activities</LinkButton>}
        >
          Try a shorter word, another sport or more days.
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card>
      <EmptyState
        icon={<Icon of={Upload} />}
        title="No activities yet"
        action={
          <LinkButton href={"/import" as Route} variant="primary">
            Import files
          </LinkButton>
        }
      >
        Drop FIT, TCX or GPX files, or a ZIP of them, and they appear here with their load.
      </EmptyState>
    </Card>
  );
}
