import { HubError, problemsOf } from '../../api/problem';
import { keepToken } from '../../api/token';

/**
 * Keeps a token once the hub knows it. A token that may not list gateways is one all the same: what
 * it may do is decided at each call.
 *
 * @throws HubError when the hub does not know the token
 */
export async function tryToken(text: string): Promise<void> {
  if (!/^[\x21-\x7e]+$/.test(text)) {
    throw new HubError(400, [
      {
        code: 'TOKEN_MALFORMED',
        message: 'A token is one word of plain letters, digits and signs.',
        nextStep: 'Copy the token again, without spaces or line breaks.',
      },
    ]);
  }
  const response = await fetch('/api/gateways', { headers: { Authorization: `Bearer ${text}` } });
  if (!response.ok && response.status !== 403) {
    const body: unknown = await response.json().catch(() => undefined);
    throw new HubError(response.status, problemsOf(response.status, body));
  }
  keepToken(text);
}
