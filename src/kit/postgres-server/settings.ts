import { totalmem } from "node:os";

/** PostgreSQL's settings, as arguments, for a server that serves one application on the same machine. */
export function serverSettings(port: number, overrides: Record<string, string>): string[] {
  const memoryMb = totalmem() / 1024 / 1024;
  const settings: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "", // Paths of sockets are limited in length; paths of clones are not.
    max_connections: "100",
    shared_buffers: `${Math.round(Math.max(32, Math.min(1024, memoryMb / 8)))}MB`,
    effective_cache_size: `${Math.round(memoryMb / 2)}MB`,
    max_wal_size: "2GB",
    checkpoint_timeout: "15min",
    checkpoint_completion_target: "0.9",
    random_page_cost: "1.1",
    jit: "off",
    timezone: "UTC",
    log_timezone: "UTC",
    log_min_duration_statement: "2s",
    // Codes and keys never reach a log: no failed statement, no parameter, no "Key (code)=(…) exists".
    log_min_error_statement: "panic",
    log_parameter_max_length: "0",
    log_parameter_max_length_on_error: "0",
    log_error_verbosity: "terse",
    ...overrides,
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}
