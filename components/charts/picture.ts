/** One drawing of a panel, in its own coordinates: x as the panel's `box` says, y 0 (top) to 100. */
export type PictureMark = {
  readonly d: string;
  /** Custom property of the theme, "--fitness". */
  readonly colour: string;
  /** Of the stroke in pixels; null for a filled area. */
  readonly widthPx: number | null;
  readonly dash: readonly number[] | null;
  readonly opacity: number;
};

/** A tinted strip over the whole width, y in hundredths from the top. */
export type PictureBand = {
  readonly top: number;
  readonly bottom: number;
  readonly colour: string;
  readonly opacity: number;
};

export type PicturePanel = {
  readonly label: string | null;
  /** Its share of the height, against the other panels. */
  readonly weight: number;
  readonly box: { readonly left: number; readonly width: number };
  readonly bands: readonly PictureBand[];
  readonly ticks: readonly { readonly y: number; readonly text: string }[];
  readonly marks: readonly PictureMark[];
  /** Vertical lines with a name, x as a share of the width. */
  readonly verticals: readonly {
    readonly share: number;
    readonly text: string;
    readonly colour: string;
  }[];
};

/** A chart as one image: everything that is drawn, decided beforehand. */
export type Picture = {
  readonly title: string;
  readonly finding: string;
  readonly legend: readonly { readonly name: string; readonly colour: string }[];
  readonly panels: readonly PicturePanel[];
  readonly ticks: readonly { readonly share: number; readonly text: string }[];
};
