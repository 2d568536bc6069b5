/**
 * The embedded PostgreSQL cannot run on this machine; the message is a sentence for the operator, and says what to
 * do.
 */
export class PostgresUnavailable extends Error {
  override readonly name = "PostgresUnavailable";
}
