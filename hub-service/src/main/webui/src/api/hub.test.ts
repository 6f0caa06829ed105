import { afterEach, describe, expect, it, vi } from 'vitest';
import { answered, hub } from './hub';
import { HubError } from './problem';
import { keepToken, token } from './token';

function answering(status: number, body: unknown) {
  const calls: Request[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    calls.push(request);
    return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/problem+json' } });
  });
  return calls;
}

afterEach(() => vi.unstubAllGlobals());

describe('calls of the hub', () => {
  it('send the token in the header and never in the address', async () => {
    keepToken('ent_secret');
    const calls = answering(200, []);

    await answered(hub.GET('/api/drift', { params: { query: { gateway: 'edge' } } }));

    expect(calls[0]?.headers.get('Authorization')).toBe('Bearer ent_secret');
    expect(calls[0]?.url).not.toContain('secret');
  });

  it('forget the token that the hub does not know', async () => {
    keepToken('old');
    answering(401, { code: 'UNAUTHORIZED', detail: 'No token, or one that is not known' });

    await expect(answered(hub.GET('/api/gateways'))).rejects.toBeInstanceOf(HubError);

    expect(token()).toBeNull();
  });

  it('keep a newer token when an older one is refused late', async () => {
    keepToken('old');
    vi.stubGlobal('fetch', async () => {
      keepToken('new');
      return new Response('{}', { status: 401 });
    });

    await expect(answered(hub.GET('/api/gateways'))).rejects.toBeInstanceOf(HubError);

    expect(token()).toBe('new');
  });

  it('keep the token when an operation is forbidden', async () => {
    keepToken('small');
    answering(403, { code: 'FORBIDDEN', detail: 'The token lacks the permission' });

    await expect(answered(hub.GET('/api/audit'))).rejects.toMatchObject({ status: 403 });

    expect(token()).toBe('small');
  });

  it('write an id with slashes as one part of the address', async () => {
    const calls = answering(200, {});

    await answered(
      hub.GET('/api/gateways/{gateway}/native/{kind}/{id}', {
        params: { path: { gateway: 'apigee', kind: 'proxy_endpoints', id: 'orders/default' } },
      }),
    );

    expect(calls[0]?.url).toMatch(/\/native\/proxy_endpoints\/orders%2Fdefault$/);
  });
});
