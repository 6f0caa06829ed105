import { answered, hub, type Schemas } from './hub';

export type ConnectionTest = Schemas['ConnectionTest'];
export type CredentialStatus = Schemas['CredentialStatus'];

/** Tries whether a gateway can be reached as a document says; the hub keeps nothing of it. */
export function testConnection(document: string, credential: string): Promise<ConnectionTest> {
  return answered<ConnectionTest>(
    hub.POST('/api/gateways/test', { body: credential === '' ? { document } : ({ document, credential } as never) }),
  );
}

/** Stores what the hub calls a gateway with. */
export function storeCredential(gateway: string, credential: string): Promise<CredentialStatus> {
  return answered<CredentialStatus>(
    hub.PUT('/api/gateways/{gateway}/vendor-credential', {
      params: { path: { gateway } },
      body: credential as never,
      bodySerializer: (body: unknown) => body as string,
      headers: { 'Content-Type': 'application/json' },
    }),
  );
}
