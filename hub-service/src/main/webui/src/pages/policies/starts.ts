import { alternatives, applicable, fieldsOf, joined, kindOf, print, schemasAt, type Schema } from '../../shared/editor/schema';

/** Documents to begin with that say more than the schema alone would. */
const EXAMPLES: Record<string, string> = {
  rateLimit: 'rateLimit: {requests: 100, window: 1m, key: clientIp}',
  headerTransform: `headerTransform:
    request:
      - remove: {name: x-internal}
    response:
      - set: {name: x-governed-by, value: entente}`,
  ipFilter: `ipFilter:
    allow: [10.0.0.0/8]`,
  cors: `cors:
    allowOrigins: ["https://app.example"]
    allowMethods: [GET, POST]
    maxAge: 1h`,
  trafficLog: 'trafficLog: {maxDelay: 5s}',
  spikeArrest: 'spikeArrest: {rate: 50, per: second, burst: 10, key: clientIp}',
  quota: 'quota: {requests: 10000, period: day, key: "header:x-app"}',
  accessBlock: `accessBlock:
    status: 503
    contentType: text/plain
    body: Back at 14:00 UTC.`,
  requestSize: 'requestSize: {maxBytes: 1048576}',
  apiKey: 'apiKey: {in: header, name: x-api-key, hideCredential: true, credentials: vendor}',
  jwt: `jwt:
    issuer: https://issuer.example/
    audiences: [orders]
    jwks: {url: https://issuer.example/.well-known/jwks.json}
    algorithms: [RS256]
    clockSkew: 30s
    claims:
      - {name: scope, values: [orders.read]}`,
  oauth2Introspection: `oauth2Introspection:
    endpoint: https://issuer.example/oauth2/introspect
    clientId: my-gateway
    clientSecret: {name: my-gateway}
    scopes: [orders.read]
    cache: 30s`,
  graphqlLimits: 'graphqlLimits: {maxDepth: 8, maxFragments: 10}',
  graphqlIntrospection: 'graphqlIntrospection: {allow: false}',
  openApiValidation: `openApiValidation:
    document:
      openapi: 3.0.3
      info: {title: orders, version: "1"}
      paths:
        /orders/{id}:
          get:
            parameters:
              - {name: id, in: path, required: true, schema: {type: integer}}`,
  mtls: `mtls:
    trustedCertificates:
      - |
        -----BEGIN CERTIFICATE-----
        MIIBuzCCAWGgAwIBAgIUP8102hPUsmMjlNfbBpLYXNHXsCgwCgYIKoZIzj0EAwIw
        KjEQMA4GA1UECgwHRXhhbXBsZTEWMBQGA1UEAwwNUGFydG5lcnMgUm9vdDAgFw0y
        NjExMjIxMDIwMDVaGA8yMTI2MTAyOTEwMjAwNVowKjEQMA4GA1UECgwHRXhhbXBs
        ZTEWMBQGA1UEAwwNUGFydG5lcnMgUm9vdDBZMBMGByqGSM49AgEGCCqGSM49AwEH
        A0IABHYuy2sUdel4ZqbhJ2kTc7CctO9jucRxxdp3DIjPi7FJtYCgDERiiedoICNw
        9j1nEPg5Hfiz7ykeGWTLKqzlQAKjYzBhMB0GA1UdDgQWBBSjN9BJXXrE/b58YXE8
        MR20B0y4DzAfBgNVHSMEGDAWgBSjN9BJXXrE/b58YXE8MR20B0y4DzAPBgNVHRMB
        Af8EBTADAQH/MA4GA1UdDwEB/wQEAwIBBjAKBggqhkjOPQQDAgNIADBFAiEAscWD
        ZTZJENXdpKLDin5IYOqSatHW8sIUCZwKX/KX+qACIBL2KGrBegKBt/6Z9yh0pOSF
        rFavPpfUH/KQ2PGyGxCv
        -----END CERTIFICATE-----
    identities:
      - {kind: subjectCn, value: shop}`,
  graphqlSchema: `graphqlSchema:
    schema: |
      type Query { order(id: ID!): Order }
      type Order { id: ID!  total: Int! }`,
  correlationId: 'correlationId: {header: x-correlation-id, onInbound: keep, echo: true}',
  jsonThreat: `jsonThreat:
    maxDepth: 10
    maxArrayElements: 200
    maxObjectEntries: 50
    maxNameLength: 64
    maxStringLength: 4096
    maxBodyBytes: 262144
    otherBodies: deny`,
  injectionProtection: `injectionProtection:
    families: [sql, script, traversal]
    patterns:
      - {name: template, pattern: '[$][(]'}
    in: [path, query, body]
    headers: [user-agent, referer]`,
  xmlThreat: `xmlThreat:
    maxDepth: 10
    maxChildren: 200
    maxAttributes: 10
    maxNameLength: 64
    maxTextLength: 4096
    maxAttributeLength: 1024
    maxBodyBytes: 262144
    otherBodies: deny`,
  botDetection: `botDetection:
    deny: ["(?i)bot", "^curl/"]
    allow: ["^StatusBot/"]
    onMissing: pass`,
  basicAuth: 'basicAuth: {realm: api, hideCredential: true, credentials: vendor}',
  logMasking: 'logMasking: {headers: [authorization, cookie, x-api-key], query: [access_token]}',
  responseCache: 'responseCache: {ttl: 60s, contentTypes: [application/json], setCookie: strip}',
  timeout: 'timeout: {connect: 1s, request: 10s}',
  retry: 'retry: {attempts: 2, on: [connectFailure, refusedStream]}',
  circuitBreaker: 'circuitBreaker: {consecutiveFailures: 5, failures: gatewayErrors, openFor: 30s}',
  concurrencyLimit: 'concurrencyLimit: {requests: 100}',
  consumerAccess: 'consumerAccess: {allow: {groups: [partners]}, onUnknown: deny}',
};

/** The kinds of policies that the schema knows, in its order. */
export function kindsOf(schema: Schema): string[] {
  return alternatives(schemasAt(schema, ['spec'], {})).flat();
}

/** A first document of a kind; the name and the values are examples to be replaced. */
export function startOf(kind: string, schema: Schema, api = 'API'): string {
  return `apiVersion: entente.io/v1alpha1
kind: Policy
metadata: {name: my-${kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}}
spec:
  targetRefs:
    - {kind: Api, name: ${api}}
  ${EXAMPLES[kind] ?? `${kind}: ${least(joined(schemasAt(schema, ['spec', kind], {})))}`}
`;
}

/** The least that a schema takes, as far as it says: required fields with their defaults, first words or bounds. */
function least(schema: Schema): string {
  if (schema.default !== undefined) {
    return JSON.stringify(schema.default);
  }
  const word = schema.const ?? schema.enum?.[0];
  if (word !== undefined) {
    return print(word);
  }
  switch (kindOf(schema)) {
    case 'object':
      return `{${fieldsOf(applicable(schema, {}))
        .filter((field) => field.required)
        .map((field) => `${field.name}: ${least(field.schema)}`)
        .join(', ')}}`;
    case 'array':
      return schema.items === undefined ? '[]' : `[${least(schema.items)}]`;
    case 'scalar':
      return schema.type === 'integer' ? String(schema.minimum ?? 1) : schema.type === 'boolean' ? 'true' : 'VALUE';
  }
}
