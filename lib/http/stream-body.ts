import { logger } from "@/lib/logger";

/**
 * A response body that is made as fast as it is read. When the reader goes away, `chunks` is
 * ended; when `chunks` fails, so does the download, and the cause is logged.
 */
export function streamBody(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        logger().error({ err: error }, "a download broke off");
        controller.error(error);
      }
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}
