import { PICTURE_SIZE, paintPicture } from "./paint-picture";
import type { Picture } from "./picture";
import { saveFile } from "./save-file";

/** Paints the picture in the theme that is on and saves it. Throws when the browser cannot paint. */
export async function savePicture(picture: Picture, fileName: string): Promise<void> {
  const { width, height, scale } = PICTURE_SIZE;
  const canvas = document.createElement("canvas");
  canvas.width = width * scale;
  canvas.height = height * scale;
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("This browser cannot draw the image.");
  const theme = getComputedStyle(document.documentElement);
  const { fontFamily } = getComputedStyle(document.body);
  paintPicture(context, picture, (name) => theme.getPropertyValue(name).trim(), fontFamily);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (blob === null) throw new Error("This browser cannot save the image.");
  saveFile(blob, fileName);
}
