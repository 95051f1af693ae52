import type Sqlite from 'better-sqlite3';

/**
 * SQLite's driver for this Node. Version 12 is the last for Node 20. Compiled against the headers of Node 24.19 and later it aborts the process when
 * a statement is collected (nodejs/node#65446); version 13 stands on Node-API, which it can't hurt, and needs Node 22 (docs/decisions/0015).
 */
const isOldNode = Number(process.versions.node.split('.', 1)[0]) < 22;

const loaded = (isOldNode ? await import('better-sqlite3') : await import('better-sqlite3-13')) as {
  default: typeof Sqlite;
};

export const Database: typeof Sqlite = loaded.default;
