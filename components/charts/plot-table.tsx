import type { PlotModel } from "./plot-model";
import { valueText } from "./value-text";

/** The same model as the drawing, newest first, for whoever reads numbers rather than lines. */
export function PlotTable({ model, caption }: { model: PlotModel; caption: string }) {
  const series = model.panels.flatMap((panel) => panel.series);
  const order = model.labels.map((_, index) => model.labels.length - 1 - index);
  return (
    <section
      className="mt-3 max-h-96 overflow-auto rounded-lg border border-line"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={caption}
    >
      <table className="w-full text-[13px]/[18px] tabular-nums">
        <caption className="sr-only">{caption}</caption>
        <thead className="sticky top-0 bg-sunken text-left text-muted">
          <tr>
            <th scope="col" className="px-3 py-2 font-medium">
              {model.pointNoun}
            </th>
            {series.map((one) => (
              <th key={one.name} scope="col" className="px-3 py-2 text-right font-medium">
                {one.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {order.map((index) => (
            <tr key={model.labels[index]} className="border-t border-line">
              <th scope="row" className="px-3 py-1.5 text-left font-normal whitespace-nowrap">
                {model.labels[index]}
                {model.projection && index >= model.projection.from
                  ? `, ${model.projection.label}`
                  : ""}
              </th>
              {series.map((one) => (
                <td key={one.name} className="px-3 py-1.5 text-right whitespace-nowrap">
                  {valueText(one, index)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
