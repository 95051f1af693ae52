import { z } from 'zod';
import { grantRoles } from '@buitenboord/shared/domain/people/person.js';
import type { Option } from './command.js';

/** An id as we make them. */
export const Id = z.string().regex(/^[\w-]{1,64}$/u);
export const Switch = z.boolean().default(false);
export const Role = z.enum(grantRoles);

export const schoolOption: Option = { value: 'ID', about: 'id of the school, from "school list"' };
export const platformOption: Option = { value: 'ID', about: 'id of the platform, from "platform list"' };
