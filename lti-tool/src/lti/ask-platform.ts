import { isProblem, Problem } from '@buitenboord/shared/problem.js';
import { parseJson } from '@buitenboord/shared/runtime/fetch-json.js';
import type { Outbound, OutboundAnswer, OutboundRequest } from '@buitenboord/shared/runtime/fetch-json.js';
import type { z } from 'zod';

/** Asks a platform something while it is being connected. Throws Problem `registration/…`, for the one who connects can do something about it. */
export async function askPlatform(outbound: Outbound, request: OutboundRequest): Promise<OutboundAnswer> {
  try {
    return await outbound.request(request);
  } catch (error) {
    if (isProblem(error, 'platform/address-refused')) {
      throw new Problem('registration/platform-address-refused', error.facts, { cause: error });
    }
    if (isProblem(error)) throw new Problem('registration/platform-answer-unusable', error.facts, { cause: error });
    throw error;
  }
}

/** Reads its answer. Throws Problem `registration/platform-answer-unusable`. */
export function readAnswer<T>(text: string, schema: z.ZodType<T>): T {
  try {
    return parseJson(text, schema);
  } catch (error) {
    if (!isProblem(error, 'platform/answer-unusable')) throw error;
    throw new Problem('registration/platform-answer-unusable', error.facts, { cause: error });
  }
}
