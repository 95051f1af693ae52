/** Ends the request with Moodle's error page, which has status 404 whatever went wrong. */
export class MoodleError extends Error {
  constructor(
    message: string,
    readonly status = 404,
  ) {
    super(message);
  }
}

export const invalidRequest = () => new MoodleError('Invalid request');
