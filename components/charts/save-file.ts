/** Hands the browser a file to keep. */
export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The download has its own hold on the blob by the time this runs.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
