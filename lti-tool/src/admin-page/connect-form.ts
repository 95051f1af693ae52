import { z } from 'zod';
import type { AddressName } from '../lti/complete-platform.js';

const address = z.string().trim().max(2048).default('');

/** What the form of a platform by hand sends. Everything is a text: what is missing is said beside its field. */
export const ConnectForm = z.strictObject({
  product: z.string().trim().min(1).max(100),
  clientId: z.string().trim().max(255).default(''),
  deployment: z.string().trim().max(255).default(''),
  issuer: address,
  authUrl: address,
  tokenUrl: address,
  jwksUrl: address,
  audience: address,
});
export type ConnectForm = z.infer<typeof ConnectForm>;

export const emptyConnectForm: ConnectForm = {
  product: 'moodle',
  clientId: '',
  deployment: '',
  issuer: '',
  authUrl: '',
  tokenUrl: '',
  jwksUrl: '',
  audience: '',
};

/** Why a field can't be used: nothing stands there, it couldn't be looked up, or the address isn't allowed. */
export type ConnectError = 'needed' | 'notFound' | 'refused';
export type ConnectErrors = Partial<Record<AddressName | 'clientId', ConnectError>>;
