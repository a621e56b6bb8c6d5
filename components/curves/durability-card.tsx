import type { Route } from "next";
import { ChartFigure } from "@/components/charts/chart-figure";
import { PlotFigure } from "@/components/charts/plot-figure";
import { Card } from "@/components/ui/card";
import { methodHref } from "@/lib/methods/method-href";
import { curveLook } from "./curve-look";
import { durabilityFinding, type TiredCurve } from "./durability-finding";
import { DurabilityTable } from "./durability-table";
import { type CurveLine, prepareCurves } from "./prepare-curves";

export type ShownDurability = {
  /** The power curve of the whole. */
  readonly fresh: ArrayLike<number>;
  /** After the least work first. */
  readonly tired: readonly TiredCurve[];
  /** Why there is no curve after work; null where there is one. */
  readonly reason: string | null;
};

type Props = {
  readonly shown: ShownDurability;
  /** What the fresh curve is of, "the whole ride", "the 90 days". */
  readonly whole: string;
  readonly tableHref: Route;
  readonly isTableShown: boolean;
};

const ID = "durability";
const TITLE = "Power after work";
const STROKES: readonly Pick<CurveLine, "kind" | "colour">[] = [
  { kind: "line", colour: "form" },
  { kind: "dashed", colour: "fatigue" },
  { kind: "line", colour: "hrv" },
  { kind: "dashed", colour: "sleep" },
  { kind: "line", colour: "load" },
];

/** The best power over every length of time once so much work was done, against the best of all. */
export function DurabilityCard({ shown, whole, tableHref, isTableShown }: Props) {
  const { fresh, tired, reason } = shown;
  // Power reads the same in every sport and unit system.
  const look = curveLook("power", "cycling", "metric");
  if (reason !== null) {
    return (
      <Card className="scroll-mt-4">
        <ChartFigure id={ID} title={TITLE} finding={reason} methodHref={methodHref("durability")} />
      </Card>
    );
  }
  return (
    <Card className="scroll-mt-4">
      <PlotFigure
        id={ID}
        title={TITLE}
        finding={durabilityFinding(fresh, tired, look, whole)}
        model={prepareCurves(linesOf(fresh, tired), look)}
        methodHref={methodHref("durability")}
        tableHref={tableHref}
        isTableShown={isTableShown}
      />
      <DurabilityTable fresh={fresh} tired={tired} look={look} />
      <p className="mt-3 max-w-[68ch] text-sm text-muted">
        It shows what was ridden after that work, not what could have been: an easy end looks like
        little left.
      </p>
    </Card>
  );
}

/** The fresh curve last, so that it lies on top of the others. */
function linesOf(fresh: ArrayLike<number>, tired: readonly TiredCurve[]): CurveLine[] {
  const after = tired.map(({ afterKjPerKg, bests }, i): CurveLine => {
    const stroke = STROKES[i % STROKES.length] as (typeof STROKES)[number];
    return { name: `After ${afterKjPerKg} kJ/kg`, bests, ...stroke };
  });
  return [...after, { name: "Best of all", kind: "line", colour: "fitness", bests: fresh }];
}
