/** The alias under which version 13 is installed beside version 12; the part we use has the same shape. */
declare module 'better-sqlite3-13';
