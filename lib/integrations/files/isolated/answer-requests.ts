import process from "node:process";

/**
 * In an isolated process: answers one request after the other, until the parent lets go;
 * `atEnd` tidies up then.
 */
export function answerRequests<Request, Reply>(
  answer: (request: Request) => Promise<Reply>,
  atEnd: () => void = () => undefined,
): void {
  let last: Promise<unknown> = Promise.resolve();
  process.on("message", (request: Request) => {
    last = last.then(async () => process.send?.(await answer(request)));
  });
  process.on("disconnect", () => {
    atEnd();
    process.exit();
  });
  process.send?.("ready");
}
