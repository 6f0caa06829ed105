import openapiTS, { astToString } from 'openapi-typescript';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const read = (name: string) => readFileSync(join(process.cwd(), 'src/api', name), 'utf8');

it('schema.ts is what openapi.json gives: else run npm run generate', async () => {
  const fresh = astToString(await openapiTS(JSON.parse(read('openapi.json')), { propertiesRequiredByDefault: true }));

  expect(read('schema.ts').endsWith(fresh)).toBe(true);
}, 30_000);
