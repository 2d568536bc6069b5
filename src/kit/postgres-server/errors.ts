/** Another of our servers runs on this data folder. */
export class DataDirectoryInUse extends Error {
  override readonly name = "DataDirectoryInUse";
  /** The process that uses it. */
  readonly pid: number;

  constructor(folder: string, pid: number) {
    super(
      `Another ZapOTP (process ${pid}) uses the database in ${folder}. Stop it first, or give this one a DATA_DIR of its own; several servers on one database need DATABASE_URL.`,
    );
    this.pid = pid;
  }
}

/** The embedded PostgreSQL cannot run here; the message is a sentence for the operator, and says what to do. */
export class PostgresUnavailable extends Error {
  override readonly name = "PostgresUnavailable";
}
