/** A column that an activity needs in the gradebook of its LMS. */
export interface WantedColumn {
  school: string;
  platform: string;
  /** Where the LMS keeps the columns of the course. */
  lineItems: string;
  /** The LMS's id of the activity. */
  resourceLink: string;
  resourceId: string;
  tag: string;
  label: string;
}

/** Columns of the gradebook of an LMS. */
export interface Columns {
  /** The address of the activity's column; looked for first, made when there is none. Throws Problem `platform/…`. */
  findOrCreateLineItem(wanted: WantedColumn): Promise<string>;
}
