import type { Request } from 'express';

/** Every body arrives as text; who needs it reads it in his own format. */
export const bodyOf = (req: Request): string => {
  const body: unknown = req.body;
  return typeof body === 'string' ? body : '';
};

export const formOf = (req: Request) => new URLSearchParams(bodyOf(req));

export const queryOf = (req: Request) => new URL(req.originalUrl, 'http://practice.invalid').searchParams;

/** Query and form together, the form winning, as PHP's `optional_param` does. */
export function paramsOf(req: Request): URLSearchParams {
  const params = queryOf(req);
  if (req.is('application/x-www-form-urlencoded')) for (const [name, value] of formOf(req)) params.set(name, value);
  return params;
}
