const MIB = 1024 * 1024;

/** More than the longest recording takes: a day at 1 Hz with every sensor is some 5 MB. */
export const MAX_FILE_BYTES = 50 * MIB;
/** Uncompressed, over all entries of one archive. */
export const MAX_ARCHIVE_BYTES = 8192 * MIB;
/** A decade of a watch that is worn day and night: ten files a day, and what surrounds them. */
export const MAX_ARCHIVE_ENTRIES = 60_000;
/** An archive in an archive in an archive; deeper is a trick. */
export const MAX_ARCHIVE_DEPTH = 3;
/** FIT deflates to a third, JSON to a thirtieth; bombs to a thousandth. */
export const MAX_COMPRESSION_RATIO = 200;
/** Small entries may deflate better than that without harm. */
export const RATIO_APPLIES_FROM_BYTES = MIB;
/** Of one file: a day at ten a second. */
export const MAX_SAMPLES = 24 * 3600 * 10;
/** For reading one file: the longest recordings take two seconds. */
export const MAX_READING_S = 60;
/** Of the thread that reads; the largest file that is allowed needs half of it. */
export const MAX_READING_HEAP_MIB = 1024;
/** For taking an Apple Health export apart: four gigabytes take some minutes. */
export const MAX_SPLIT_S = 1800;
/** Ten a day for a decade and more. */
export const MAX_WORKOUTS = 50_000;
/** Of the records of one export, sorted over the disk. */
export const MAX_SPILL_BYTES = 4096 * MIB;
