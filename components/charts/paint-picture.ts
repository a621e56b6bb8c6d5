import type { Picture, PicturePanel } from "./picture";

/** The same for every chart on every screen, at twice the pixels so that it prints well. */
export const PICTURE_SIZE = { width: 1200, height: 675, scale: 2 } as const;

const MARGIN = { left: 64, right: 44, top: 24, bottom: 44 };
const TITLE_PX = 24;
const TEXT_PX = 15;
const PANEL_GAP = 20;
const HEAD_PX = 104;

type Box = { left: number; top: number; width: number; height: number };

/** Paints a picture in the colours of the theme that is on. `colourOf` resolves a custom property. */
export function paintPicture(
  context: CanvasRenderingContext2D,
  picture: Picture,
  colourOf: (property: string) => string,
  font: string,
): void {
  const { width, height, scale } = PICTURE_SIZE;
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.fillStyle = colourOf("--surface");
  context.fillRect(0, 0, width, height);
  const pen: Pen = { context, colourOf, font };
  paintHead(pen, picture);
  const room = height - HEAD_PX - MARGIN.bottom - PANEL_GAP * (picture.panels.length - 1);
  const weight = picture.panels.reduce((sum, panel) => sum + panel.weight, 0);
  const box = { left: MARGIN.left, top: HEAD_PX, width: width - MARGIN.left - MARGIN.right };
  let { top } = box;
  for (const panel of picture.panels) {
    const panelBox = { ...box, top, height: (room * panel.weight) / weight };
    paintPanel(pen, panel, panelBox);
    top += panelBox.height + PANEL_GAP;
  }
  context.textAlign = "center";
  for (const tick of picture.ticks) {
    write(pen, tick.text, box.left + tick.share * box.width, height - 18, "--faint");
  }
}

type Pen = {
  readonly context: CanvasRenderingContext2D;
  readonly colourOf: (property: string) => string;
  readonly font: string;
};

function paintHead(pen: Pen, { title, finding, legend }: Picture): void {
  const { context, font } = pen;
  context.textAlign = "left";
  context.textBaseline = "alphabetic";
  write(pen, title, 24, MARGIN.top + 22, "--ink", `600 ${TITLE_PX}px ${font}`);
  write(pen, finding, 24, MARGIN.top + 46, "--muted");
  let x = 24;
  for (const { name, colour } of legend) {
    context.fillStyle = pen.colourOf(colour);
    context.fillRect(x, MARGIN.top + 57, 14, 10);
    write(pen, name, x + 20, MARGIN.top + 67, "--muted");
    x += 20 + context.measureText(name).width + 20;
  }
}

function paintPanel(pen: Pen, panel: PicturePanel, box: Box): void {
  const { context, colourOf } = pen;
  const toY = (y: number) => box.top + (y / 100) * box.height;
  for (const band of panel.bands) {
    context.globalAlpha = band.opacity;
    context.fillStyle = colourOf(band.colour);
    context.fillRect(box.left, toY(band.top), box.width, toY(band.bottom) - toY(band.top));
  }
  context.globalAlpha = 1;
  context.textAlign = "right";
  context.textBaseline = "middle";
  for (const tick of panel.ticks) {
    stroke(pen, [box.left, toY(tick.y), box.left + box.width, toY(tick.y)], "--line");
    write(pen, tick.text, box.left - 8, toY(tick.y), "--faint");
  }
  paintMarks(pen, panel, box);
  context.textBaseline = "alphabetic";
  for (const { share, text, colour } of panel.verticals) {
    const x = box.left + share * box.width;
    stroke(pen, [x, box.top, x, box.top + box.height], colour);
    context.textAlign = share > 0.5 ? "right" : "left";
    write(pen, text, x + (share > 0.5 ? -6 : 6), box.top + 12, colour);
  }
  if (panel.label === null) return;
  context.textAlign = "left";
  write(pen, panel.label, box.left + 6, box.top - 3, panel.marks[0]?.colour ?? "--muted");
}

/** Paths stretch with their panel, strokes keep their width; nothing leaves the panel. */
function paintMarks({ context, colourOf }: Pen, { box: own, marks }: PicturePanel, box: Box): void {
  const place = new DOMMatrix()
    .translate(box.left, box.top)
    .scale(box.width / own.width, box.height / 100)
    .translate(-own.left, 0);
  context.save();
  context.beginPath();
  context.rect(box.left, box.top - 2, box.width, box.height + 4);
  context.clip();
  context.lineJoin = "round";
  context.lineCap = "round";
  for (const mark of marks) {
    const path = new Path2D();
    path.addPath(new Path2D(mark.d), place);
    context.globalAlpha = mark.opacity;
    context.fillStyle = colourOf(mark.colour);
    context.strokeStyle = colourOf(mark.colour);
    context.setLineDash([...(mark.dash ?? [])]);
    if (mark.widthPx === null) context.fill(path);
    else {
      context.lineWidth = mark.widthPx;
      context.stroke(path);
    }
  }
  context.restore();
}

function stroke(pen: Pen, [x1, y1, x2, y2]: [number, number, number, number], colour: string) {
  const { context, colourOf } = pen;
  context.strokeStyle = colourOf(colour);
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  context.stroke();
}

function write(pen: Pen, text: string, x: number, y: number, colour: string, font?: string): void {
  const { context, colourOf } = pen;
  context.font = font ?? `${TEXT_PX}px ${pen.font}`;
  context.fillStyle = colourOf(colour);
  context.fillText(text, x, y, PICTURE_SIZE.width - 48);
}
