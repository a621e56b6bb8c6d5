import type { ModelCost } from "@/lib/assistant/budget";
import type { RecordedActivity } from "@/lib/training/activity/activity-types";
import type { WeatherHour } from "@/lib/training/activity/activity-weather";
import type { Sport } from "@/lib/training/activity/sports";
import type { WellnessObservation } from "@/lib/training/recovery/wellness-types";
import type { FormerModel, LanguageModel } from "./language-model";
import type { Sources } from "./source-ports";

/** What a list that came along (an export's index) says of a file beside what is in it. */
export type FileHints = {
  readonly title?: string;
  /** The athlete's own words about it. */
  readonly remark?: string;
  /** 1-10. */
  readonly rpe?: number;
  readonly sport?: Sport;
};

export type FileList = {
  /** By the file's own name in small letters, without folders and ".gz". */
  readonly entries: readonly { readonly file: string; readonly hints: FileHints }[];
};

/** What one file turned out to be. */
export type FileContent =
  | {
      readonly kind: "activities";
      readonly format: "fit" | "tcx" | "gpx" | "apple_health" | "strava_json";
      readonly activities: readonly RecordedActivity[];
      /** Why only a part could be read, for the athlete; null when whole. */
      readonly partialReason: string | null;
    }
  | {
      readonly kind: "wellness";
      readonly format: "garmin_json" | "apple_health";
      readonly observations: readonly WellnessObservation[];
    }
  | { readonly kind: "list"; readonly list: FileList }
  | {
      readonly kind: "refused";
      /** Stable: "fit_settings", "empty_file", "not_recognised", "truncated", … */
      readonly code: string;
      /** One sentence: what it is and what to do. */
      readonly reason: string;
    };

/** Recognises by content, never by name alone; never throws for bad content. */
export type FileReader = {
  read(bytes: Uint8Array, name: string): Promise<FileContent>;
  /** When a file was recorded, by a glance at its first bytes; null when they do not tell. */
  recordedAt(head: Uint8Array): Date | null;
};

export type ArchiveEntry =
  | {
      readonly name: string;
      readonly bytes: Uint8Array;
      /** Names of files beside that are part of this one, and have nothing else to tell. */
      readonly joined?: readonly string[];
    }
  | {
      readonly name: string;
      readonly byteLength: number;
      readonly code: string;
      readonly reason: string;
    };

/** A track that came along with an unpacked export. */
export type FileBeside = { readonly name: string; readonly path: string };

export type ArchiveReader = {
  /** True when the file at `path` holds others by its first bytes: ZIP, gzip, Apple Health. */
  isArchive(path: string): Promise<boolean>;
  /** Entries in order, one in memory at a time; a refused entry carries its reason. */
  entries(path: string, name: string, beside?: readonly FileBeside[]): AsyncIterable<ArchiveEntry>;
};

/** Received bytes between "uploaded" and "has its outcome"; survives a crash. */
export type Spool = {
  /** Stores and fsyncs; returns the key and the first bytes. Throws AppError "too_large" past `maxBytes`. */
  write(
    chunks: AsyncIterable<Uint8Array>,
    maxBytes: number,
  ): Promise<{ key: string; byteLength: number; head: Uint8Array }>;
  read(key: string): Promise<Uint8Array>;
  /** Absolute path, for the archive reader. */
  pathOf(key: string): string;
  remove(key: string): Promise<void>;
};

/** A file in the watched folder, and what tells that it changed. */
export type WatchedFile = {
  /** Below the folder, with "/" between the names. */
  readonly path: string;
  readonly byteLength: number;
  /** Milliseconds since 1970. */
  readonly modifiedMs: number;
};

/** A folder of the server in which others leave files; only ever read. */
export type WatchedFolder = {
  /** Its own name, to be shown: the path to it is the operator's matter. */
  readonly name: string;
  /** What lies directly in it. Throws AppError "unavailable" when it cannot be read. */
  entries(): Promise<{ readonly folders: readonly string[]; readonly files: number }>;
  /**
   * Every file in a sub-folder and below; with null in the folder itself and below, without
   * what lies in sub-folders that are named like an address. Hidden and half copied files are
   * passed over; `unreadable` counts folders that cannot be opened.
   */
  files(folder: string | null): Promise<{
    readonly files: readonly WatchedFile[];
    readonly unreadable: number;
  }>;
  /** Waits a moment, then returns those that are as they were. */
  settled(files: readonly WatchedFile[]): Promise<readonly WatchedFile[]>;
  /** Throws AppError "not_found" when it is gone, "unavailable" when it cannot be read. */
  read(file: WatchedFile): AsyncIterable<Uint8Array>;
};

/** An hour and a place; the place is made coarse before it leaves the server. */
export type WeatherRequest = {
  readonly latitudeDeg: number;
  readonly longitudeDeg: number;
  /** Unix seconds. */
  readonly fromEpochS: number;
  readonly toEpochS: number;
};

/** The weather of the past, by the hour. */
export type WeatherHistory = {
  /**
   * Every full hour from the one before to the one after; empty when the service does not
   * cover that time. Throws AppError "unavailable" when it cannot be had now.
   */
  hours(request: WeatherRequest): Promise<readonly WeatherHour[]>;
};

export type ZipEntryToWrite = {
  readonly name: string;
  readonly chunks: AsyncIterable<Uint8Array>;
};

export type OpenZip = {
  readonly names: readonly string[];
  /** The unpacked content. Throws AppError "invalid_input", naming the entry, when there is none or it is damaged. */
  read(name: string): AsyncIterable<Uint8Array>;
  close(): void;
};

/** ZIP files as a whole: written as they are sent, read entry by entry; never whole in memory. */
export type ZipFiles = {
  write(entries: AsyncIterable<ZipEntryToWrite>): AsyncGenerator<Uint8Array>;
  /** Throws AppError "invalid_input" when the file is no ZIP. */
  open(path: string): Promise<OpenZip>;
};

/** What the language model has cost all athletes together. */
export type ModelSpending = {
  /** US dollars in a calendar month. */
  readonly limitUsd: number;
  cost(since: Date): Promise<ModelCost>;
};

/** Whether a language model answers, as all processes see it. */
export type ModelState = {
  /** When it is asked again; null while nothing speaks against it. */
  pausedUntil(): Promise<Date | null>;
};

/** The outside world as services see it. */
export type Ports = {
  readonly files: FileReader;
  readonly archives: ArchiveReader;
  readonly zip: ZipFiles;
  readonly spool: Spool;
  /** Null unless one is configured. */
  readonly watchedFolder: WatchedFolder | null;
  /** Null unless a service is configured. */
  readonly weather: WeatherHistory | null;
  readonly sources: Sources;
  /** Null unless the operator has a key and lets it be used. */
  readonly languageModel: LanguageModel | null;
  /** Set where one is switched off that still has an account. */
  readonly formerModel: FormerModel | null;
  readonly modelSpending: ModelSpending;
  readonly modelState: ModelState;
};
