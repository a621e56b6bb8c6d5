import "server-only";
import path from "node:path";
import { env } from "@/lib/env";
import { isolatedFileReader } from "@/lib/integrations/files/isolated/isolated-file-reader";
import { createWatchedFolder } from "@/lib/integrations/folder/watched-folder";
import type { FormerModel, LanguageModel } from "@/lib/integrations/language-model";
import type {
  FileBeside,
  ModelSpending,
  Ports,
  Spool,
  WatchedFolder,
  WeatherHistory,
  ZipEntryToWrite,
} from "@/lib/integrations/ports";
import type { Sources } from "@/lib/integrations/source-ports";
import { createSpool } from "@/lib/integrations/spool/create-spool";
import { createWeatherHistory } from "@/lib/integrations/weather/weather-history";
import { isolatedAnalysis } from "@/lib/runtime/isolated-analysis";
import type { AnalyseFile } from "@/lib/services/analyse-file";
import { configuredModel, formerModel, modelSpending, modelState } from "./language-model";
import { configuredSources } from "./sources";

/** With our own work that is done outside of the server's process. */
export type AppPorts = Ports & { readonly analyseFile: AnalyseFile };

let spool: Spool | undefined;
let sources: Sources | undefined;
let languageModel: LanguageModel | null | undefined;
let weather: WeatherHistory | null | undefined;
let watchedFolder: WatchedFolder | null | undefined;

/**
 * The real outside world, assembled in one place. The archive reader is loaded when the first
 * archive comes: a server that only shows pages never holds it in memory.
 */
export const ports: AppPorts = Object.freeze({
  files: isolatedFileReader(),
  analyseFile: isolatedAnalysis(),
  archives: {
    isArchive: async (file: string) => {
      const { archiveReader } = await import("@/lib/integrations/files/archive/archive-reader");
      return archiveReader.isArchive(file);
    },
    async *entries(file: string, name: string, beside?: readonly FileBeside[]) {
      const { archiveReader } = await import("@/lib/integrations/files/archive/archive-reader");
      yield* archiveReader.entries(file, name, beside);
    },
  },
  zip: {
    async *write(entries: AsyncIterable<ZipEntryToWrite>) {
      const { zipFiles } = await import("@/lib/integrations/files/archive/zip-files");
      yield* zipFiles.write(entries);
    },
    open: async (file: string) => {
      const { zipFiles } = await import("@/lib/integrations/files/archive/zip-files");
      return zipFiles.open(file);
    },
  },
  get spool(): Spool {
    spool ??= createSpool(path.join(env().dataDir, "spool"));
    return spool;
  },
  get watchedFolder(): WatchedFolder | null {
    const { watchDir } = env();
    watchedFolder ??= watchDir === null ? null : createWatchedFolder(watchDir);
    return watchedFolder;
  },
  get sources(): Sources {
    sources ??= configuredSources(env());
    return sources;
  },
  get languageModel(): LanguageModel | null {
    languageModel ??= configuredModel(env());
    return languageModel;
  },
  get formerModel(): FormerModel | null {
    return formerModel(env());
  },
  get modelSpending(): ModelSpending {
    return modelSpending(env());
  },
  modelState,
  get weather(): WeatherHistory | null {
    const { weatherUrl } = env();
    weather ??= weatherUrl === null ? null : createWeatherHistory(weatherUrl);
    return weather;
  },
});
