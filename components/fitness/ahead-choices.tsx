import { ChartChoices } from "@/components/charts/chart-choices";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { type FitnessView, fitnessHref } from "./fitness-view";
import { MOST_WEEKLY_LOAD } from "./prepare-ahead";

/** What the dotted days suppose: rest, as of late, or a load a week of the athlete's own. */
export function AheadChoices({ view }: { view: FitnessView }) {
  const own = typeof view.ahead === "number" ? view.ahead : null;
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-muted">
      <span className="flex flex-wrap items-center gap-2">
        <span aria-hidden>What comes</span>
        <ChartChoices
          label="What comes"
          choices={[
            {
              label: "Rest",
              href: fitnessHref(view, { ahead: "rest" }),
              isCurrent: view.ahead === "rest",
            },
            {
              label: "As of late",
              href: fitnessHref(view, { ahead: "steady" }),
              isCurrent: view.ahead === "steady",
            },
          ]}
        />
      </span>
      <form action="/fitness" className="flex items-center gap-2" aria-label="A load of my own">
        {[...new URLSearchParams(fitnessHref(view, { ahead: "rest" }).split("?")[1])].map(
          ([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ),
        )}
        <label htmlFor="fitness-ahead">or a load a week of</label>
        <Input
          key={own}
          id="fitness-ahead"
          name="ahead"
          type="number"
          inputMode="numeric"
          required
          min={0}
          max={MOST_WEEKLY_LOAD}
          step={1}
          defaultValue={own ?? undefined}
          className="min-h-8 w-20 px-2 text-sm max-md:min-h-11"
        />
        <Button type="submit" size="sm">
          Show
        </Button>
      </form>
    </div>
  );
}
