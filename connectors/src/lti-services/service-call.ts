import type { Outbound, OutboundAnswer, OutboundRequest } from '@buitenboord/shared/runtime/fetch-json.js';
import type { AccessTokens, TokenFor } from './access-tokens.js';

/** Asks a service with a token. Throws Problem `platform/…` when no token comes, or no answer. */
export type ServiceCall = (wanted: TokenFor, request: OutboundRequest) => Promise<OutboundAnswer>;

/** Makes the call that all services share. A token that is no longer taken (401) is dropped and asked anew once. */
export function createServiceCall(outbound: Outbound, tokens: AccessTokens): ServiceCall {
  async function once(wanted: TokenFor, request: OutboundRequest): Promise<{ answer: OutboundAnswer; token: string }> {
    const token = await tokens.tokenFor(wanted);
    const headers = { ...request.headers, authorization: `Bearer ${token}` };
    return { answer: await outbound.request({ ...request, headers }), token };
  }

  return async (wanted, request) => {
    const first = await once(wanted, request);
    if (first.answer.status !== 401) return first.answer;
    tokens.drop(wanted, first.token);
    const second = await once(wanted, request);
    if (second.answer.status === 401) tokens.drop(wanted, second.token);
    return second.answer;
  };
}
