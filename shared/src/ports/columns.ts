/** Where a column is, and what the platform allows there. */
interface ColumnPlace {
  school: string;
  platform: string;
  deployment?: string;
  /** The scopes of the last launch; absent = not told. */
  scopes?: readonly string[];
}

/** The two free fields by which a column of ours is known again, in a copied course too. */
export interface ColumnName {
  resourceId: string;
  tag: string;
}

/** A column that an activity needs in the gradebook of its LMS. */
export interface WantedColumn extends ColumnPlace, ColumnName {
  /** Where the LMS keeps the columns of the course. */
  lineItems: string;
  /** The LMS's id of the activity, from a launch of it. */
  resourceLink: string;
  label: string;
  /** Columns of other activities: never this one's, whatever they are called. */
  taken?: readonly string[];
}

/** A column that is there. */
export interface KnownColumn extends ColumnPlace {
  lineItem: string;
}

/** Columns of the gradebook of an LMS. Only our own are changed or taken away. All throw Problem `platform/…`. */
export interface Columns {
  /** The address of the activity's column; looked for first, made when there is none, and looked for again when it isn't sure that it was made. */
  findOrCreateLineItem(wanted: WantedColumn): Promise<string>;
  /** Gives a column another name; everything else about it stays as it is in the LMS. */
  nameLineItem(column: KnownColumn, name: ColumnName): Promise<void>;
  /** Takes a column away if it still has our name and nobody has a grade in it. */
  dropLineItem(column: KnownColumn, name: ColumnName): Promise<'dropped' | 'kept'>;
}
