/** PostgreSQL's settings by name. */
export type Settings = Record<string, string>;

/** Fit for a small machine: little memory at rest, every acknowledged row on the disk. */
export const smallMachine: Settings = {
  shared_buffers: '64MB',
  max_connections: '60',
  max_worker_processes: '3',
  max_parallel_workers: '2',
  autovacuum_max_workers: '2',
  io_workers: '1',
  jit: 'off',
  fsync: 'on',
  max_wal_size: '256MB',
  max_wal_senders: '2',
  max_logical_replication_workers: '0',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // The log holds no personal data: no statement, parameter or row may reach it.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
};

/** Command-line arguments that set them. */
export function asArguments(settings: Settings): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
