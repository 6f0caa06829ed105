import createClient from 'openapi-fetch';
import { HubError, problemsOf } from './problem';
import type { components, paths } from './schema';
import { forgetToken, token } from './token';

export type Schemas = components['schemas'];

/** Calls by the hub's own API document: address, parameters and bodies are checked by the compiler. */
export const hub = createClient<paths>({
  baseUrl: window.location.origin,
  fetch: (request) => globalThis.fetch(request),
});

hub.use({
  onRequest({ request }) {
    const held = token();
    if (held !== null) {
      request.headers.set('Authorization', `Bearer ${held}`);
    }
    return request;
  },
  onResponse({ response, request }) {
    // Only when the token refused is still the one held: a late answer must not sign out a new session.
    if (response.status === 401 && request.headers.get('Authorization') === `Bearer ${token()}`) {
      forgetToken();
    }
  },
});

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/**
 * The body of a successful answer. `T` is named where the API document only says that it is JSON.
 *
 * @throws HubError with the hub's problems
 */
export async function answered<T>(call: Promise<Answer<unknown>>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) {
    throw new HubError(response.status, problemsOf(response.status, parsed(error)));
  }
  return data as T;
}

/** The file that an answer holds, and what its headers say of it. Throws as {@link answered}. */
export async function answeredFile(call: Promise<Answer<unknown>>): Promise<{ content: Blob; headers: Headers }> {
  const content = await answered<Blob>(call);
  return { content, headers: (await call).response.headers };
}

function parsed(error: unknown): unknown {
  if (typeof error !== 'string') {
    return error;
  }
  try {
    return JSON.parse(error) as unknown;
  } catch {
    return error;
  }
}
