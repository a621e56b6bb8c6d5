"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { type UploadFailure, type UploadProgress, uploadBatch } from "./upload-batch";

export type UploadState =
  | { readonly phase: "idle" }
  | { readonly phase: "sending"; readonly progress: UploadProgress }
  | {
      readonly phase: "sent";
      readonly batchId: string | null;
      readonly failures: readonly UploadFailure[];
    }
  | { readonly phase: "failed"; readonly message: string };

/** Sending files, one batch at a time. Leaving the page while it runs asks first. */
export function useUpload() {
  const [state, setState] = useState<UploadState>({ phase: "idle" });
  const running = useRef<AbortController | null>(null);
  const isSending = state.phase === "sending";

  const send = useCallback(async (files: readonly File[]) => {
    if (files.length === 0 || running.current) return;
    const controller = new AbortController();
    running.current = controller;
    const totalBytes = files.reduce((sum, file) => sum + file.size, 0);
    setState({
      phase: "sending",
      progress: { sentFiles: 0, totalFiles: files.length, sentBytes: 0, totalBytes },
    });
    try {
      const result = await uploadBatch(files, {
        signal: controller.signal,
        onProgress: (progress) => setState({ phase: "sending", progress }),
      });
      setState({ phase: "sent", ...result });
    } catch (error) {
      const message = error instanceof Error ? error.message : "The upload failed.";
      setState({ phase: "failed", message });
    } finally {
      running.current = null;
    }
  }, []);

  const stop = useCallback(() => running.current?.abort(), []);

  useEffect(() => {
    if (!isSending) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isSending]);

  return { state, send, stop };
}
