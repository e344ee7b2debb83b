/** The hidden column of tables that know when their rows arrived (`TableSchema.ingestionTimes`); no query can name it. */
export const ingestionTimeColumn = '$ingestion_time';
