/** A platform's notification service, as a launch told its address. */
export interface NoticeService {
  school: string;
  /** Platform (registration) id. */
  platform: string;
  url: string;
}

/** Asks an LMS to tell us things by itself. */
export interface Notices {
  /**
   * Names the address for one type of notice; the newest holds. Safe to repeat. Throws Problem `platform/…` when the platform doesn't
   * answer, gives no access, or says no.
   */
  putHandler(service: NoticeService, handler: { type: string; url: string }): Promise<void>;
}
